import { errorOf, isSame, rangeText, SAVED_WORDS } from '../core/index.js';
import { choiceOf, isExcept, readCompare, readRange, readRefresh, readReplicas } from './settings.js';
import type { SavedState } from './state.js';

export const SAVED_PARTS = ['range', 'replicas', 'view', 'refresh', 'compare'] as const;
export type SavedPart = (typeof SAVED_PARTS)[number];

/** No range, view or name is longer, in characters. */
const LONGEST = 200;
/** No choice names more replicas. */
const MOST = 10_000;

const isText = (value: unknown): value is string => typeof value === 'string';

function text(part: string, value: unknown): string {
  if (!isText(value)) throw new RangeError(SAVED_WORDS.noText(part));
  if (value.length > LONGEST) throw new RangeError(SAVED_WORDS.tooLong(part));
  return value;
}

function names(value: unknown): SavedState['replicas'] {
  if (value === null) return null;
  const listed = isExcept(value) ? value.except : value;
  if (!Array.isArray(listed) || listed.length > MOST) throw new RangeError(SAVED_WORDS.noNames);
  const checked = listed.map((name) => text('replicas', name));
  return choiceOf(readReplicas(isExcept(value) ? { except: checked } : checked));
}

function read(part: SavedPart, value: unknown, now: number, zone: string): Partial<SavedState> {
  switch (part) {
    case 'range':
      return { range: rangeText(readRange({ range: text(part, value) }, now, zone)) };
    case 'replicas':
      return { replicas: names(value) };
    case 'view':
      return { view: text(part, value) };
    case 'refresh':
      return { refresh: readRefresh(text(part, value)) };
    case 'compare':
      return { compare: readCompare(text(part, value)) };
  }
}

/**
 * Takes what is sound of a state of unknown origin, part by part, as `getState()` would give it. `problem` is told the
 * parts that are not, and why.
 */
export function readSavedState(
  saved: Readonly<Record<string, unknown>>,
  now: number,
  zone: string,
  problem: (part: SavedPart, why: string) => void,
): Partial<SavedState> {
  return SAVED_PARTS.reduce<Partial<SavedState>>((sound, part) => {
    if (!Object.hasOwn(saved, part)) return sound;
    try {
      return { ...sound, ...read(part, saved[part], now, zone) };
    } catch (reason) {
      problem(part, errorOf(reason).message);
      return sound;
    }
  }, {});
}

/** Those parts of a state for which `keep` holds. */
export function pickParts(state: SavedState, keep: (part: SavedPart) => boolean): Partial<SavedState> {
  return Object.fromEntries(SAVED_PARTS.filter(keep).map((part) => [part, state[part]]));
}

/** Whether a part differs. */
export const differs = (part: SavedPart, a: Partial<SavedState>, b: Partial<SavedState>): boolean =>
  !isSame(a[part], b[part]);
