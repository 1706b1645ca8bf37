import type {} from '../src/elements/index.js';
import { simulatedEndpoint } from './simulator/index.js';

const page = document.querySelector('ie-timeframe');
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
  const trace = await (await fetch('data/azure-llm-2023.bin')).arrayBuffer();
  page.source = simulatedEndpoint({ trace });
}
