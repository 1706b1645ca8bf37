import type { Analytics, Timeframe } from '../src/elements/index.js';
import { exporterTargets } from './exporter-targets.js';
import { ieDemoProfile } from './ie-demo-profile.js';

/** Lets a page show what the real server behind `/prometheus` of the demo's own server has. */
export function showRealServer(page: Analytics | Timeframe, profile: string | null): void {
  const source = document.createElement('ie-prometheus-source');
  source.url = '/prometheus';
  source.profiles = [ieDemoProfile];
  source.profile = profile ?? 'ie-demo huggingface';
  page.prepend(source);
}

/** Lets a page read the exporter behind `/exporter` of the demo's own server directly; its history begins now. */
export function showExporter(page: Analytics | Timeframe, profile: string | null): void {
  const source = document.createElement('ie-openmetrics-source');
  source.targets = exporterTargets;
  source.profiles = [ieDemoProfile];
  source.profile = profile ?? 'ie-demo huggingface';
  page.range = '15m';
  page.prepend(source);
}
