// `npm run demo:exporter [-- --names vllm]`: the simulated endpoint for a Prometheus to scrape; prints its address.
import { parseArgs } from 'node:util';
import { exporterAnswer } from './server/exporter.mjs';
import { atEnd, fail } from './server/lifetime.mjs';
import { listen, wantedPort } from './server/listen.mjs';
import { loadExporter, loadTrace } from './server/load-exporter.mjs';

try {
  const { values } = parseArgs({ options: { names: { type: 'string', default: 'huggingface' } } });
  const { names } = values;
  const { Probe, NAMES, ...texts } = await loadExporter();
  if (!NAMES.includes(names)) throw new Error(`--names is "${names}"; it is one of ${NAMES.join(', ')}`);
  const probe = new Probe({ trace: await loadTrace(), days: 1 });
  const { port, close } = await listen(exporterAnswer({ probe, names, ...texts }), wantedPort(9400));
  atEnd(close);
  console.log(`http://localhost:${port}/`);
} catch (reason) {
  await fail(reason.message);
}
