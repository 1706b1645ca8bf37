import type { FrameRequest } from '../request.js';

/** Times below are in 1973 as milliseconds, but later than that as seconds. */
export const LIKE_SECONDS = 1e11;
/** Seconds of any time that is asked for are more than this, which as milliseconds is the second of January 1970. */
const LEAST_SECONDS = 1e8;

/** True for a time of the seventies that answers a question of today: it is in seconds, unless it is below `least`. */
export const isInSeconds = (time: number | undefined, { range }: FrameRequest, least = LEAST_SECONDS): boolean =>
  Math.abs(time ?? NaN) < LIKE_SECONDS && range.from > LIKE_SECONDS && Math.abs(time ?? NaN) >= least;
