import type { Analytics, Timeframe } from '../src/elements/index.js';
import { simulatedEndpoint } from './simulator/index.js';

const page = document.querySelector<Analytics | Timeframe>('#page');
const scheme = document.querySelector<HTMLSelectElement>('#scheme');

scheme?.addEventListener('change', () => {
  document.documentElement.style.colorScheme = scheme.value;
});

/** `?source=prometheus` is what `npm run demo:prometheus` prints; else the endpoint is simulated in the page. */
const address = new URLSearchParams(location.search);
if (page && address.get('source') === 'prometheus') {
  const { showRealServer } = await import('./real-server.js');
  showRealServer(page, address.get('profile'));
} else if (page) {
  const trace = await (await fetch(new URL('../../demo/data/azure-llm-2023.bin', import.meta.url))).arrayBuffer();
  page.source = simulatedEndpoint({ trace });
}
