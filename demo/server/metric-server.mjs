import { execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram } from './find-program.mjs';

const run = promisify(execFile);

/** What is needed, how it is started on `address` with data in `folder`, how it is filled, and where it says that it is ready. */
const SERVERS = {
  prometheus: {
    programs: [['prometheus'], ['promtool']],
    install: 'Debian: apt-get install prometheus; others: https://prometheus.io/download/',
    ready: '/-/ready',
    config: (urls, interval) =>
      configOf(
        interval,
        urls.map((url) => ({ url, refresh_interval: `${interval}s` })),
      ),
    arguments: (config, folder, address) => [
      `--config.file=${config}`,
      `--storage.tsdb.path=${folder}`,
      '--storage.tsdb.retention.time=10y',
      `--web.listen-address=${address}`,
      '--log.level=error',
    ],
    /** Blocks are written before the server starts. */
    async before(history, folder, [, promtool]) {
      const file = join(folder, 'history.om');
      for await (const text of history) {
        await writeFile(file, text);
        await run(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, folder]);
      }
      await rm(file, { force: true });
    },
  },
  victoriametrics: {
    programs: [['victoria-metrics', 'victoria-metrics-prod']],
    install: 'Debian: apt-get install victoria-metrics; others: https://docs.victoriametrics.com/',
    ready: '/health',
    config: (urls, interval) =>
      configOf(
        interval,
        urls.map((url) => ({ url })),
      ),
    arguments: (config, folder, address, interval) => [
      `-promscrape.config=${config}`,
      `-storageDataPath=${folder}`,
      `-promscrape.httpSDCheckInterval=${interval}s`,
      '-retentionPeriod=10y',
      `-httpListenAddr=${address}`,
      '-search.latencyOffset=0s',
      '-search.disableCache',
      '-loggerLevel=ERROR',
    ],
    async after(history, origin) {
      for await (const body of history) await post(`${origin}/api/v1/import/prometheus`, body);
      await post(`${origin}/internal/force_flush`);
    },
  },
};

export const KINDS = Object.keys(SERVERS);

/** Paths of the programs of a server; a sentence that says what to install where one is missing. */
export function programsOf(kind) {
  const { programs, install } = SERVERS[kind];
  const paths = programs.map((names) => names.map(findProgram).find(Boolean));
  const missing = programs.filter((_, i) => !paths[i]).map(([name]) => name);
  return missing.length
    ? `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not installed. ${install}`
    : paths;
}

/**
 * Starts a server of a kind on this machine alone, with a folder of its own, fills it with texts of OpenMetrics, and
 * lets it scrape what `targets` (addresses for `http_sd_configs`) tell it each `interval` seconds. Answers
 * `{ origin, stop }`; throws in words.
 */
export async function startMetricServer(kind, { history = [], targets = [], interval = 15 }) {
  const paths = programsOf(kind);
  if (typeof paths === 'string') throw new Error(paths);
  const server = SERVERS[kind];
  const folder = await mkdtemp(join(tmpdir(), `ie-charts-${kind}-`));
  const address = `127.0.0.1:${await freePort()}`;
  const origin = `http://${address}`;
  let child;
  const endAtOnce = () => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endAtOnce);
  const stop = async () => {
    process.off('exit', endAtOnce);
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const config = join(folder, 'scrape.yml');
    // What is filled while it runs must not scrape before it is filled.
    await writeFile(config, server.config(server.after ? [] : targets, interval));
    const data = join(folder, 'data');
    await mkdir(data);
    await server.before?.(history, data, paths);
    child = spawn(paths[0], server.arguments(config, data, address, interval), {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answers(`${origin}${server.ready}`, child, kind);
    if (server.after) {
      await server.after(history, origin);
      await writeFile(config, server.config(targets, interval));
      child.kill('SIGHUP');
    }
    return { origin, stop };
  } catch (reason) {
    await stop();
    throw reason;
  }
}

const configOf = (interval, discovery) =>
  JSON.stringify({
    global: { scrape_interval: `${interval}s` },
    scrape_configs: [{ job_name: 'endpoint', honor_labels: true, http_sd_configs: discovery }],
  });

async function post(url, body) {
  const response = await fetch(url, { method: 'POST', ...(body !== undefined && { body }) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

/** Waits until the server is ready, for half a minute at most. */
async function answers(url, child, kind) {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`${kind} ended with ${child.exitCode} when it was started`);
    const response = await fetch(url).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error(`${kind} did not become ready at ${url}`);
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
