import { parseDuration } from '../core/index.js';

/** ms of a duration in text or ms. Throws a RangeError in words. */
export const msOf = (duration: string | number): number =>
  typeof duration === 'number' ? duration : parseDuration(duration);
