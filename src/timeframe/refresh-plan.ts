import { alignDown, MINUTE, parseDuration, SECOND } from '../core/index.js';
import type { Answer, Need } from './need.js';
import type { TimeframeState } from './state.js';

export const LIVE = 'live';

/** A fixed range is asked for this long after its end, ms, while its last steps are not complete: samples come late. */
const GRACE = 5 * MINUTE;

/** Which of how many windows of the origin asks at a moment: each has every `of`th turn. */
export interface Turn {
  readonly nth: number;
  readonly of: number;
}

export const ALONE: Turn = { nth: 0, of: 1 };

/**
 * ms between refreshes, `null` for none: as said, or as often as a line gets a new point. `auto` is calm, from 5 s to
 * 5 min; `live` follows each step up to one a minute.
 */
export function refreshInterval(text: string, lineStep: number): number | null {
  if (text === 'off') return null;
  if (text === LIVE) return Math.max(SECOND, Math.min(MINUTE, lineStep));
  if (text === 'auto') return Math.max(5 * SECOND, Math.min(5 * MINUTE, lineStep));
  return parseDuration(text);
}

/**
 * The next moment of a window's turn after `last`, on a grid that all windows share, late by `spread` (all ms). Up to
 * `early` before its moment a turn counts as taken.
 */
export function nextTurn(last: number, interval: number, { nth, of }: Turn, spread: number, early: number): number {
  const offset = nth * interval + spread;
  return alignDown(last + early - offset, interval * of) + interval * of + offset;
}

/** Whether nothing new can come: a fixed range is over, and its answers know that. */
export function isOver(
  { relative, range }: TimeframeState,
  asking: readonly { readonly answer: Answer; readonly need?: Need }[],
): boolean {
  if (relative) return false;
  return asking.every(({ need, answer: { frame, loading } }) => {
    // What is earlier is over before.
    if (need?.shift) return true;
    if (loading || !frame) return !loading;
    return frame.now >= range.to + (frame.completeUntil >= range.to ? 0 : GRACE);
  });
}
