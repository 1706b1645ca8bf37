// `npm run demo:prometheus [-- victoriametrics] [--names vllm]`: the demo's page on a real server that scrapes the
// simulated endpoint, with a day of history; prints the page's address.
import { parseArgs } from 'node:util';
import { buildIfStale } from './server/build.mjs';
import { exporterAnswer } from './server/exporter.mjs';
import { historyPieces } from './server/history.mjs';
import { atEnd, fail } from './server/lifetime.mjs';
import { listen, wantedPort } from './server/listen.mjs';
import { loadExporter, loadTrace } from './server/load-exporter.mjs';
import { KINDS, programsOf, startMetricServer } from './server/metric-server.mjs';
import { PROFILES } from './server/profiles.mjs';
import { proxyTo } from './server/proxy.mjs';
import { answer } from './server/static-files.mjs';

const DAY = 86_400_000;
const INTERVAL = 15;
const PREFIX = '/prometheus';

try {
  const { values, positionals } = parseArgs({
    options: { names: { type: 'string', default: 'huggingface' } },
    allowPositionals: true,
  });
  const [kind = 'prometheus'] = positionals;
  const { names } = values;
  const { Probe, NAMES, historyText, ...texts } = await loadExporter();
  if (!KINDS.includes(kind)) throw new Error(`"${kind}" is no server; it is one of ${KINDS.join(', ')}`);
  if (!NAMES.includes(names)) throw new Error(`--names is "${names}"; it is one of ${NAMES.join(', ')}`);
  const missing = programsOf(kind);
  if (typeof missing === 'string') throw new Error(missing);
  const wanted = wantedPort(8000);
  await buildIfStale();

  const probe = new Probe({ trace: await loadTrace(), days: 1 });
  const exporter = await listen(exporterAnswer({ probe, names, ...texts }), 9400);
  atEnd(exporter.close);
  console.log(`Filling ${kind} with a day of history …`);
  const times = { from: Date.now() - DAY, until: Date.now, interval: 1000 * INTERVAL };
  const server = await startMetricServer(kind, {
    history: historyPieces(probe, names, historyText, times),
    targets: [`http://127.0.0.1:${exporter.port}/targets`],
    interval: INTERVAL,
  });
  atEnd(server.stop);
  const proxy = proxyTo(server.origin, PREFIX);
  const page = await listen((...both) => (both[0].url.startsWith(`${PREFIX}/`) ? proxy : answer)(...both), wanted);
  atEnd(page.close);
  console.log(`${kind} is at ${server.origin}, what it scrapes at http://localhost:${exporter.port}/; the page:`);
  console.log(
    `http://localhost:${page.port}/demo/?${new URLSearchParams({ source: 'prometheus', profile: PROFILES[names] })}`,
  );
} catch (reason) {
  await fail(reason.message);
}
