import { formatDuration } from '../../core/index.js';

/** Scrapes that a window has to hold for a rate to be known even where one failed. */
const RATE_SCRAPES = 4;

/** How far a value looks back, all in ms. */
export interface Windows {
  /** Width of the step that it speaks of. */
  readonly width: number;
  readonly scrape: number;
  /** For gauges: the step, or one scrape. */
  readonly gauge: number;
  /** For counters and buckets: the step, or four scrapes. */
  readonly rate: number;
}

export const windowsOf = (width: number, scrape: number): Windows => ({
  width,
  scrape,
  gauge: Math.max(width, scrape),
  rate: Math.max(width, RATE_SCRAPES * scrape),
});

/** `[30s]` */
export const rangeText = (ms: number): string => `[${formatDuration(Math.round(ms))}]`;

/**
 * What a range selector of gauges is followed by: a sample at `t` speaks of the step that begins at `t`, not of the one
 * that ends there. So the window ends before its end, and servers that count its edges in or out say the same.
 */
export const BEFORE_END = ' offset 1ms';
