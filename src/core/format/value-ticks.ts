import { COUNTED, type Unit } from './unit.js';

export interface ValueTicks {
  /** The round limits of the axis; they hold all data. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const ROUND = [1, 2, 2.5, 5];
const ROUND_SECONDS = [1, 2, 5];
const ROUND_BYTES = [1];

/** `count` times `round` × `base`^`power`, without the noise of a product with 0.1. */
const times = (count: number, round: number, base: number, power: number): number =>
  (power < 0 ? (count * round) / base ** -power : count * round * base ** power) + 0;

/**
 * An axis from at or below `min` to at or above `max` in at most `targetCount` round steps (so up to one line more):
 * 1, 2, 2.5 or 5 × 10^n, without 2.5 for seconds, powers of two for bytes, whole ones for what is counted. Without
 * data (NaN, infinite or turned limits) it goes from 0 to 1; for one value, from 0 to it.
 */
export function valueTicks(min: number, max: number, targetCount = 5, unit: Unit = ''): ValueTicks {
  let low = min;
  let high = max;
  if (!(min <= max) || !Number.isFinite(max - min)) [low, high] = [0, 1];
  else if (min === max) [low, high] = min === 0 ? [0, 1] : [Math.min(0, min), Math.max(0, max)];
  // What is counted has no half steps.
  const whole = unit === 'bytes' || COUNTED.has(unit);
  const base = unit === 'bytes' ? 2 : 10;
  const rounds = unit === 'bytes' ? ROUND_BYTES : unit === 'seconds' ? ROUND_SECONDS : ROUND;
  // Doubles cannot tell finer steps apart.
  const finest = Math.max(Math.abs(low), Math.abs(high)) * 2 ** -44;
  const least = Math.max((high - low) / targetCount, finest, whole ? 1 : 1e-300) * (1 - 1e-9);
  for (let power = Math.floor(Math.log2(least) / Math.log2(base)); ; power += 1) {
    for (const round of rounds) {
      const step = times(1, round, base, power);
      const first = Math.floor(low / step);
      const last = Math.ceil(high / step);
      if (step < least || (whole && !Number.isInteger(step)) || last - first > targetCount) continue;
      const ticks = Array.from({ length: last - first + 1 }, (_, index) => times(first + index, round, base, power));
      return { min: times(first, round, base, power), max: times(last, round, base, power), step, ticks };
    }
  }
}

/**
 * `valueTicks` with a memory: the axis stays as it was while the data lie within it and fill 60 % of it or more, so
 * that it does not jump at each refresh. Without data it stays too.
 */
export function stableScale(
  previous: ValueTicks | null,
  min: number,
  max: number,
  targetCount = 5,
  unit: Unit = '',
): ValueTicks {
  if (previous) {
    if (!(min <= max)) return previous;
    const held = previous.min <= min && max <= previous.max;
    if (held && max - min >= 0.6 * (previous.max - previous.min)) return previous;
  }
  return valueTicks(min, max, targetCount, unit);
}
