// @ts-check
import { waves } from './waves.js';

const HOUR = 3_600_000;

for (const timeframe of document.querySelectorAll('ie-timeframe')) timeframe.source = waves;

const address = document.querySelector('#address');
const show = () => {
  if (address) address.textContent = decodeURIComponent(location.search) || 'nothing is chosen';
};
addEventListener('popstate', show);
// The address follows the state, in the same task.
for (const type of ['ie-range-change', 'ie-replicas-change', 'ie-view-change', 'ie-data']) {
  document.addEventListener(type, () => queueMicrotask(show));
}
show();

// The page decides what is shown: it refuses what is too long, and shows the end of it.
const told = document.querySelector('#told');
document.querySelector('#held')?.addEventListener('ie-range-change', (event) => {
  const { from, to } = event.detail.range;
  const { target } = event;
  if (!event.cancelable || to - from <= 6 * HOUR || !(target instanceof HTMLElement)) return;
  event.preventDefault();
  if (told) told.textContent = `Refused: ${event.detail.text}. The last six hours of it are shown.`;
  /** @type {HTMLElementTagNameMap['ie-timeframe']} */ (target).setState({ range: { from: to - 6 * HOUR, to } });
});
