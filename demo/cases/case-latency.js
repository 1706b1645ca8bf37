// @ts-check
/** The distributions of the case pages. */
import { noise } from './case-replicas.js';

/** Upper bounds as vLLM has them, of a distribution whose median is 1. */
const BOUNDS = [0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 60, Infinity];
/** Standard normal quantiles. */
const NORMAL = new Map([
  [0.99, 2.326],
  [0.95, 1.645],
  [0.9, 1.282],
  [0.5, 0],
]);
const SPREAD = 0.8;

/** The logarithm of the median at a share of the hour. @param {number} share */
const middle = (share) => 0.5 * Math.sin(share * 8);

/** @param {number} q @param {number} typical */
export const quantileAt = (q, typical) => (/** @type {number} */ _, /** @type {number} */ share) =>
  typical * Math.exp(middle(share) + SPREAD * (NORMAL.get(q) ?? 0));

/** The upper bounds around a typical value, times a factor; a negative one turns their order around. */
/** @param {number} typical @param {number} factor */
export function buckets(typical, factor) {
  const bounds = BOUNDS.map((bound) => Number((bound * typical * Math.abs(factor)).toPrecision(3)));
  return Float64Array.from(factor > 0 ? bounds : bounds.slice(0, -1).reverse(), (bound) => bound * Math.sign(factor));
}

/** Counts by time and bucket. @param {Float64Array} times @param {number} width @param {(i: number) => boolean} missing */
export function histogramCounts(times, width, missing) {
  return Float64Array.from({ length: times.length * width }, (_, at) => {
    const i = Math.floor(at / width);
    if (missing(i)) return NaN;
    const upper = Math.min(BOUNDS[at % width] ?? 0, 120);
    const far = (Math.log(upper) - 0.3 - middle(i / times.length)) / SPREAD;
    return Math.round(160 * Math.exp((-far * far) / 2) * (0.7 + 0.6 * noise(times[i] ?? 0, at % width)));
  });
}
