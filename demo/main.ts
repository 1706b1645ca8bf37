import type { Analytics, Timeframe } from '../src/elements/index.js';
import { simulatedEndpoint } from './simulator/index.js';

const page = document.querySelector<Analytics | Timeframe>('#page');
const scheme = document.querySelector<HTMLSelectElement>('#scheme');

scheme?.addEventListener('change', () => {
  document.documentElement.style.colorScheme = scheme.value;
});

/** `?source=…` is what `npm run demo:prometheus` and `demo:exporter` print; else the endpoint is simulated in the page. */
const address = new URLSearchParams(location.search);
const real = address.get('source');
if (page && (real === 'prometheus' || real === 'exporter')) {
  const { showExporter, showRealServer } = await import('./real-server.js');
  (real === 'exporter' ? showExporter : showRealServer)(page, address.get('profile'));
} else if (page) {
  const trace = await (await fetch(new URL('../../demo/data/azure-llm-2023.bin', import.meta.url))).arrayBuffer();
  page.source = simulatedEndpoint({ trace });
}
