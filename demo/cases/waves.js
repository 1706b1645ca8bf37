// @ts-check
/** A source for case pages: a wave of two hours, the same at the same time, whatever range is asked for. */

const HOUR = 3_600_000;

const NAMES = /** @type {Record<string, Record<string, number>>} */ ({
  requests: { 200: 12, 404: 0.6, 503: 0.3 },
  latency: { 0.99: 1.4, 0.95: 0.9, 0.9: 0.7, 0.5: 0.3 },
});

/** @param {{ metric: string, range: { from: number, to: number }, step: number | null }} request */
export function waves({ metric, range, step }) {
  const width = step ?? range.to - range.from;
  const count = Math.ceil((Math.min(Date.now(), range.to) - range.from) / width);
  const times = Array.from({ length: Math.max(0, count) }, (_, i) => range.from + i * width);
  const size = metric === 'requests' ? width / 1000 : 1;
  const rows = (/** @type {number} */ share) =>
    times.map(
      (time) => /** @type {[number, number]} */ ([time, share * size * (1.3 + Math.sin((time / HOUR) * Math.PI))]),
    );
  return Object.fromEntries(Object.entries(NAMES[metric] ?? {}).map(([name, share]) => [name, rows(share)]));
}
