import type { Interval } from '../core/index.js';
import type { Grid } from './grid.js';

/**
 * Stretches of equal states out of the number of the state in each step; one that is not known is a hole. The last step
 * ends `now` at the latest.
 */
export function stretches(
  values: Float64Array,
  states: readonly { readonly state: string }[],
  { times, width }: Grid,
  now: number,
): Interval[] {
  const found: { from: number; to: number; state: string }[] = [];
  values.forEach((value, i) => {
    const state = states[value]?.state;
    const from = times[i] ?? NaN;
    const to = Math.min(from + width, now);
    const last = found.at(-1);
    if (state === undefined || to <= from) return;
    if (last?.state === state && last.to === from) last.to = to;
    else found.push({ from, to, state });
  });
  return found;
}
