/** The last moment that a `Date` can hold, ms. */
export const LAST_TIME = 8.64e15;

/** Whether a value is a moment in ms that a `Date` can hold. */
export const isTime = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= LAST_TIME;
