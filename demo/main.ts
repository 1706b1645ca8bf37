import type {} from '../src/elements/index.js';
import { ieDemoProfile } from './ie-demo-profile.js';
import { simulatedEndpoint } from './simulator/index.js';

const page = document.querySelector('ie-timeframe');
const scheme = document.querySelector<HTMLSelectElement>('#scheme');

scheme?.addEventListener('change', () => {
  document.documentElement.style.colorScheme = scheme.value;
});

/** `?source=prometheus` is what `npm run demo:prometheus` prints; else the endpoint is simulated in the page. */
const address = new URLSearchParams(location.search);
if (address.get('source') === 'prometheus') {
  const source = document.createElement('ie-prometheus-source');
  source.url = '/prometheus';
  source.profiles = [ieDemoProfile];
  source.profile = address.get('profile') ?? 'ie-demo huggingface';
  page?.prepend(source);
} else {
  const trace = await (await fetch('data/azure-llm-2023.bin')).arrayBuffer();
  if (page) page.source = simulatedEndpoint({ trace });
}
