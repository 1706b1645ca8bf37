import { exporterAnswer } from '../../demo/server/exporter.mjs';
import { historyPieces } from '../../demo/server/history.mjs';
import { listen } from '../../demo/server/listen.mjs';
import { loadExporter, loadTrace } from '../../demo/server/load-exporter.mjs';
import { KINDS, programsOf, startMetricServer } from '../../demo/server/metric-server.mjs';
import { proxyTo } from '../../demo/server/proxy.mjs';
import { INTERVAL, sceneAt } from './scene.mjs';

const PREFIX = '/oracle/';

/** A server of a kind, filled with the scene under all names, that scrapes on; what stops it goes into `ends`. */
async function filled(kind, scene, ends) {
  const { Probe, NAMES, historyText, ...texts } = await loadExporter();
  const { seed, anchor, parameters, outage, begin, restarts } = scene;
  const options = { seed, anchor, parameters, trace: await loadTrace(), days: 0 };
  const { replicas } = new Probe(options).calendar;
  const named = restarts.map(({ at, replica }) => ({ at, replica: replicas[replica] }));
  const until = Math.floor(Date.now() / INTERVAL) * INTERVAL;
  const times = { from: begin, until: () => until, interval: INTERVAL, left: [outage] };
  const histories = [];
  const targets = [];
  for (const names of NAMES) {
    const probe = new Probe({ ...options, restarts: named });
    histories.push(historyPieces(probe, names, historyText, times));
    const exporter = await listen(exporterAnswer({ probe, names, ...texts }), 9400);
    ends.push(exporter.close);
    targets.push(`http://127.0.0.1:${exporter.port}/targets`);
  }
  const history = (function* () {
    for (const pieces of histories) yield* pieces;
  })();
  const server = await startMetricServer(kind, { history, targets, interval: INTERVAL / 1000 });
  ends.push(server.stop);
  return server.origin;
}

/**
 * Starts each server that is installed. Answers the middleware through which a test reaches them at `/oracle/KIND/…`,
 * and what it has to know at `/oracle/facts`; what is missing, by kind, in words; and how to stop all.
 */
export async function startOracle() {
  const scene = sceneAt(Date.now());
  const proxies = new Map();
  const missing = {};
  const ends = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    for (const kind of KINDS) {
      const programs = programsOf(kind);
      if (typeof programs === 'string') missing[kind] = programs;
      else proxies.set(kind, proxyTo(await filled(kind, scene, ends), PREFIX + kind));
    }
  } catch (reason) {
    await stop();
    throw reason;
  }
  const facts = { ...scene, servers: [...proxies.keys()], missing };
  const middleware = async (context, next) => {
    if (!context.path.startsWith(PREFIX)) return next();
    const [kind] = context.path.slice(PREFIX.length).split('/');
    if (kind === 'facts') context.body = facts;
    const proxy = proxies.get(kind);
    if (!proxy) return undefined;
    // The proxy answers by itself; till then the runner would take it for a file that is not there.
    context.status = 200;
    context.respond = false;
    return proxy(context.req, context.res);
  };
  return { servers: facts.servers, missing, middleware, stop };
}
