// @ts-check
const HOUR = 3_600_000;

const NAMES = /** @type {Record<string, Record<string, number>>} */ ({
  requests: { 200: 12, 404: 0.6, 503: 0.3 },
  latency: { 0.99: 1.4, 0.95: 0.9, 0.9: 0.7, 0.5: 0.3 },
});

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  // A wave of two hours: the same at the same time, whatever range is asked for.
  timeframe.source = ({ metric, range, step }) => {
    const width = step ?? range.to - range.from;
    const count = Math.ceil((Math.min(Date.now(), range.to) - range.from) / width);
    const times = Array.from({ length: Math.max(0, count) }, (_, i) => range.from + i * width);
    const size = metric === 'requests' ? width / 1000 : 1;
    const rows = (/** @type {number} */ share) =>
      times.map(
        (time) => /** @type {[number, number]} */ ([time, share * size * (1.3 + Math.sin((time / HOUR) * Math.PI))]),
      );
    return Object.fromEntries(Object.entries(NAMES[metric] ?? {}).map(([name, share]) => [name, rows(share)]));
  };
}

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
