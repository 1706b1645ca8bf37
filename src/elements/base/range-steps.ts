import { scaleRange, shiftRange } from '../../core/index.js';
import type { TimeframeStore } from '../../timeframe/index.js';

/** What a button or a key does to the range, at once. */
export type RangeStep = 'back' | 'forward' | 'home' | 'earlier' | 'later' | 'narrower' | 'wider';

/** Twice as long or half as long around the middle; half its length earlier or later; or a step in the history. */
export function stepRange(store: TimeframeStore, step: RangeStep): void {
  const { range } = store.state;
  const zoomTo = (next: typeof range): void => store.request({ type: 'zoom', range: next });
  const half = (range.to - range.from) / 2;
  switch (step) {
    case 'earlier':
      return zoomTo(shiftRange(range, -half));
    case 'later':
      return zoomTo(shiftRange(range, half));
    case 'narrower':
      return zoomTo(scaleRange(range, 0.5));
    case 'wider':
      return zoomTo(scaleRange(range, 2));
    case 'back':
    case 'forward':
    case 'home':
      return store.request({ type: step });
  }
}

/** The keys that do the same, on a plot and on the buttons. */
const KEYS: ReadonlyMap<string, RangeStep> = new Map([
  ['+', 'narrower'],
  ['=', 'narrower'],
  ['-', 'wider'],
  ['_', 'wider'],
  [',', 'earlier'],
  ['<', 'earlier'],
  ['.', 'later'],
  ['>', 'later'],
  ['Backspace', 'back'],
  ['b', 'back'],
  ['f', 'forward'],
  ['h', 'home'],
]);

/** What a key means for the range; with `Shift` the way back is the one to twice the range. */
export function rangeStepOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): RangeStep | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const step = KEYS.get(key.length === 1 ? key.toLowerCase() : key);
  return step === 'back' && shiftKey ? 'wider' : step;
}
