// `npm run demo:exporter [-- --names vllm]`: the simulated endpoint for a Prometheus to scrape; prints its address, and
// that of the demo's page, which reads it directly.
import { parseArgs } from 'node:util';
import { buildIfStale } from './server/build.mjs';
import { exporterAnswer } from './server/exporter.mjs';
import { atEnd, fail } from './server/lifetime.mjs';
import { listen, wantedPort } from './server/listen.mjs';
import { loadExporter, loadTrace } from './server/load-exporter.mjs';
import { PROFILES } from './server/profiles.mjs';
import { proxyTo } from './server/proxy.mjs';
import { answer } from './server/static-files.mjs';

const PREFIX = '/exporter';

try {
  const { values } = parseArgs({ options: { names: { type: 'string', default: 'huggingface' } } });
  const { names } = values;
  const { Probe, NAMES, ...texts } = await loadExporter();
  if (!NAMES.includes(names)) throw new Error(`--names is "${names}"; it is one of ${NAMES.join(', ')}`);
  const probe = new Probe({ trace: await loadTrace(), days: 1 });
  const exporter = await listen(exporterAnswer({ probe, names, ...texts }), wantedPort(9400));
  atEnd(exporter.close);
  const origin = `http://localhost:${exporter.port}/`;
  console.log(origin);
  await buildIfStale();
  const proxy = proxyTo(origin, PREFIX);
  const pages = (...both) => (both[0].url.startsWith(`${PREFIX}/`) ? proxy : answer)(...both);
  const page = await listen(pages, wantedPort(8000));
  atEnd(page.close);
  const address = new URLSearchParams({ source: 'exporter', profile: PROFILES[names] });
  console.log(`The page that reads it directly: http://localhost:${page.port}/demo/?${address}`);
} catch (reason) {
  await fail(reason.message);
}
