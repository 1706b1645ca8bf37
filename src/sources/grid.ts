import { STEPS, type FrameRequest } from '../core/index.js';

/** Prometheus answers at most this many points a series. */
const MOST_POINTS = 11_000;

/** When a server has to be asked, ms. What it says at `t + step` is the value of `[t, t + step)`. */
export interface Grid {
  /** The beginnings of the steps. */
  readonly times: Float64Array;
  /** `null`: one value over the whole range, asked at its end. */
  readonly step: number | null;
  /** Width of what a value speaks of. */
  readonly width: number;
}

/** A step that the server can answer: the asked one, or the next of the ladder that is a multiple of it. */
function possibleStep(step: number, span: number): number {
  const fits = (one: number): boolean => span / one < MOST_POINTS;
  if (fits(step)) return step;
  return STEPS.find((one) => one % step === 0 && fits(one)) ?? step * Math.ceil(span / step / (MOST_POINTS - 1));
}

/** The steps of a request that have begun by `now`, the server's clock. */
export function gridOf({ range, step: asked }: FrameRequest, now: number): Grid {
  const { from } = range;
  const span = range.to - from;
  if (asked === null) {
    return { times: Float64Array.from(from < now && span > 0 ? [from] : []), step: null, width: span };
  }
  const step = possibleStep(asked, span);
  const count = Math.max(0, Math.ceil((Math.min(range.to, now) - from) / step));
  return { times: Float64Array.from({ length: count }, (_, i) => from + i * step), step, width: step };
}
