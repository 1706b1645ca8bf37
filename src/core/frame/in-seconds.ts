import type { FrameRequest } from '../request.js';

/** Times below are in 1973 as milliseconds, but later than that as seconds. */
export const LIKE_SECONDS = 1e11;

/** True for a time that answers a question of today, and is of the seventies unless it is in seconds. */
export const isInSeconds = (time: number | undefined, { range }: FrameRequest): boolean =>
  Math.abs(time ?? NaN) < LIKE_SECONDS && range.from > LIKE_SECONDS;
