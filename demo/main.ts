import type {} from '../src/elements/index.js';
import { simulatedEndpoint } from './simulator/index.js';

const page = document.querySelector('ie-timeframe');
const scheme = document.querySelector<HTMLSelectElement>('#scheme');

scheme?.addEventListener('change', () => {
  document.documentElement.style.colorScheme = scheme.value;
});

const trace = await (await fetch('data/azure-llm-2023.bin')).arrayBuffer();
if (page) page.source = simulatedEndpoint({ trace });
