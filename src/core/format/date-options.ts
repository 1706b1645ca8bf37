import { MINUTE, SECOND } from '../time/duration.js';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
export const DATE = { day: 'numeric', month: 'short' } as const;

/** Seconds and their parts show where a step is shorter than a minute. */
export function clockOptions(step: number): Intl.DateTimeFormatOptions {
  if (step >= MINUTE) return CLOCK;
  return { ...CLOCK, second: '2-digit', ...(step < SECOND && { fractionalSecondDigits: 3 }) };
}
