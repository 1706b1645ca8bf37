// @ts-check
/** What every case page shows, and a source of one's own for each: it answers every metric of the library. */
import { lanes, noise, runningIn, wantedAt } from './case-replicas.js';
import { buckets, histogramCounts, quantileAt } from './case-latency.js';

/** @typedef {import('./case-source.js').Case} Case */

/** @type {readonly Case[]} */
export const CASES = [
  { name: 'normal', title: 'Normal', replicas: 3 },
  { name: 'empty', title: 'Empty', replicas: 0 },
  { name: 'one', title: 'One point', replicas: 3 },
  { name: 'gaps', title: 'Gaps', replicas: 3 },
  { name: 'negative', title: 'Negative', replicas: 3 },
  { name: 'huge', title: 'Huge', replicas: 3 },
  { name: 'tiny', title: 'Tiny', replicas: 3 },
  { name: 'unfinished', title: 'An unfinished step', replicas: 3 },
  { name: 'one-replica', title: '1 replica', replicas: 1 },
  { name: 'eight-replicas', title: '8 replicas', replicas: 8 },
  { name: '64-replicas', title: '64 replicas', replicas: 64 },
  { name: '500-replicas', title: '500 replicas', replicas: 500 },
];

/** The hour that all cases show. */
export const FROM = '2026-06-01T10:00:00Z';
export const TO = '2026-06-01T11:00:00Z';
const HOUR = { from: Date.parse(FROM), to: Date.parse(TO) };
/** Where the clock stands in a case that ends within the hour. */
const WITHIN = HOUR.from + 2_410_000;

/** @type {Readonly<Record<string, number>>} */
const FACTORS = { negative: -1, huge: 1e9, tiny: 1e-9 };
const GIB = 2 ** 30;
/** @type {Readonly<Record<string, number>>} */
const LIMITS = { cpu: 1, gpu: 1, 'kv-cache': 1, memory: 32 * GIB, 'gpu-memory': 80 * GIB };
/** @type {Readonly<Record<string, number>>} */
const SECONDS = { latency: 0.8, 'time-to-first-token': 0.25, 'time-per-output-token': 0.03 };

/** Values of a metric by its series: a name, and what it is at a time (ms) and share of the hour. */
/** @type {Readonly<Record<string, readonly (readonly [string, (time: number, share: number) => number])[]>>} */
const COUNTS = {
  requests: [
    ['200', (time, share) => 60 + 40 * Math.sin(share * 8) + 30 * noise(time, 1)],
    ['302', (time) => 4 * noise(time, 2)],
    ['429', (time) => 9 * noise(time, 3)],
    ['500', (time) => 5 * noise(time, 4)],
  ],
  tokens: [
    ['input', (time, share) => 50_000 + 30_000 * Math.sin(share * 8) + 9000 * noise(time, 5)],
    ['output', (time, share) => 9000 + 5000 * Math.sin(share * 8) + 2000 * noise(time, 6)],
  ],
};
/** @type {Readonly<Record<string, string>>} */
const LABELS = { requests: 'status', tokens: 'direction' };

/**
 * A source for one case.
 * @param {Case} one
 * @returns {import('../../src/core/index.js').SourceFunction}
 */
export function caseSource({ name, replicas }) {
  const all = lanes(replicas, { from: HOUR.from, to: name === 'unfinished' ? WITHIN : HOUR.to });
  const factor = FACTORS[name] ?? 1;
  return ({ metric, range, step, by, shape, quantiles = [0.99, 0.95, 0.9, 0.5] }) => {
    const width = step ?? range.to - range.from;
    const now = name === 'unfinished' ? WITHIN : range.to;
    const end = Math.min(range.to, now);
    const length = Math.max(0, Math.ceil((end - range.from) / width));
    const times = Float64Array.from({ length }, (_, i) => range.from + i * width);
    const completeUntil = range.from + Math.floor((end - range.from) / width) * width;
    const facts = { range, step, completeUntil, now, notices: [] };
    /** @param {number} i */
    const missing = (i) =>
      name === 'empty' ||
      (name === 'one' && i !== length >> 1) ||
      (name === 'gaps' && Math.floor((i / length) * 12) % 3 === 1);
    /** @param {(time: number, share: number) => number} value */
    const column = (value, scale = factor) =>
      times.map((time, i) => (missing(i) ? NaN : scale * value(time, (time - HOUR.from) / (HOUR.to - HOUR.from))));
    /** @param {string} label @param {string} value @param {Float64Array} values @param {string} unit */
    const series = (label, value, values, unit) => ({ name: value, labels: { [label]: value }, unit, values });
    /** @param {readonly ReturnType<typeof series>[]} list */
    const answer = (list) => ({ ...facts, kind: /** @type {const} */ ('series'), times, series: list });

    if (shape === 'intervals') return { ...facts, kind: shape, lanes: missing(length >> 1) ? [] : all };
    const typical = SECONDS[metric];
    if (typical !== undefined) {
      if (shape === 'histogram') {
        const bounds = buckets(typical, factor);
        const counts = histogramCounts(times, bounds.length, missing);
        return { ...facts, kind: shape, times, bounds, counts, unit: 'seconds' };
      }
      return answer(quantiles.map((q) => series('quantile', `${q}`, column(quantileAt(q, typical)), 'seconds')));
    }
    const counted = COUNTS[metric];
    if (counted) {
      const label = LABELS[metric] ?? '';
      const steps = width / 60_000;
      return answer(
        counted.map(([value, at]) =>
          series(
            label,
            value,
            column((time, share) => Math.round(at(time, share) * steps)),
            metric,
          ),
        ),
      );
    }
    if (metric === 'replicas') {
      const running = column((time) => runningIn(all, time, time + width), 1);
      return answer([
        series('series', 'running', running, metric),
        series(
          'series',
          'desired',
          column((time) => wantedAt(all, time), 1),
          metric,
        ),
        series(
          'series',
          'maximum',
          column(() => replicas + 1, 1),
          metric,
        ),
      ]);
    }
    const limit = LIMITS[metric];
    const unit = limit === undefined ? 'requests' : limit === 1 ? 'ratio' : 'bytes';
    /** @type {(nth: number) => (time: number, share: number) => number} */
    const use = (nth) => (time, share) =>
      (limit ?? 12) * (0.45 + 0.3 * Math.sin(share * 7 + nth) + 0.1 * noise(time, nth));
    const lines = by.includes('replica')
      ? all.map((lane, nth) => series('replica', lane.name, column(use(nth)), unit))
      : [{ ...series('series', metric, column(use(0)), unit), labels: {} }];
    if (limit === undefined) return answer(lines);
    return answer([
      ...lines,
      series(
        'series',
        'limit',
        times.map(() => limit),
        unit,
      ),
    ]);
  };
}
