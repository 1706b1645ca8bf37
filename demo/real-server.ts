import type { Analytics, Timeframe } from '../src/elements/index.js';
import { ieDemoProfile } from './ie-demo-profile.js';

/** Lets a page show what the real server behind `/prometheus` of the demo's own server has. */
export function showRealServer(page: Analytics | Timeframe, profile: string | null): void {
  const source = document.createElement('ie-prometheus-source');
  source.url = '/prometheus';
  source.profiles = [ieDemoProfile];
  source.profile = profile ?? 'ie-demo huggingface';
  page.prepend(source);
}
