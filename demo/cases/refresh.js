// @ts-check
/** A server that counts on, and below each case how often it was asked. */

/** A number in [0, 1) that is the same for the same arguments. */
const noise = (/** @type {number} */ a, /** @type {number} */ b) => {
  const mixed = Math.sin(a * 12.9898 + b * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
};

/** What each name has in the second that begins at `time`. */
const RATES = /** @type {Record<string, Record<string, (time: number) => number>>} */ ({
  requests: {
    200: (time) => 6 + 3 * noise(time / 1000, 1) + 2 * Math.sin(time / 40_000),
    302: (time) => noise(time / 1000, 2),
    503: (time) => (noise(time / 1000, 3) > 0.9 ? 1 : 0),
  },
  latency: {
    0.99: (time) => 1.4 + noise(time / 1000, 4) / 2,
    0.95: (time) => 1 + noise(time / 1000, 5) / 3,
    0.9: (time) => 0.8 + noise(time / 1000, 6) / 4,
    0.5: (time) => 0.3 + noise(time / 1000, 7) / 8,
  },
});

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  let asked = 0;
  timeframe.source = ({ metric, range, step }) => {
    asked += 1;
    const line = timeframe.nextElementSibling;
    if (line) line.textContent = `Asked ${asked} times, last at ${new Date().toLocaleTimeString()}.`;
    if (timeframe.dataset['case'] === 'fails' && asked > 1) throw new Error('The server is out for lunch.');
    const now = Math.min(Date.now(), range.to);
    const width = step ?? range.to - range.from;
    /** @type {Record<string, [number, number][]>} */
    const rows = {};
    for (const [name, rate] of Object.entries(RATES[metric] ?? {})) {
      rows[name] = [];
      for (let time = range.from; time < now; time += width) {
        let sum = 0;
        const end = Math.min(now, time + width);
        const stride = Math.max(1000, width / 20);
        for (let at = time; at < end; at += stride) sum += (rate(at) * Math.min(stride, end - at)) / 1000;
        rows[name].push([time, metric === 'requests' ? Math.round(sum) : (sum * 1000) / (end - time)]);
      }
    }
    return rows;
  };
}
