import {
  formatChange,
  formatTime,
  formatValue,
  INTERACTION_WORDS,
  stillFills,
  type Unit,
} from '../../../core/index.js';
import { indexAt, type PlotLayout, type PlotSpec } from '../../../plot/index.js';

/** What stood at a step in the range that is compared with, and how a value differs from it. */
export interface Before {
  readonly before: string;
  readonly change: string;
}

/** Reads what stood at a step in the range that is compared with, the sum of some marks, beside what stands there now. */
export function earlierAt(
  { earlier, times, step, completeUntil }: PlotSpec,
  index: number,
  locale: string | undefined,
): (value: number, unit: Unit, keys: readonly string[]) => Partial<Before> {
  if (!earlier) return () => ({});
  const time = times[index] ?? NaN;
  const at = indexAt(earlier.times, step, time);
  const unfinished = stillFills(time, step, completeUntil);
  const columns = new Map(earlier.marks.map(({ key, values }) => [key, values[at] ?? NaN]));
  return (value, unit, keys) => {
    const known = keys.map((key) => columns.get(key) ?? NaN).filter((one) => !Number.isNaN(one));
    if (known.length === 0) return {};
    const before = known.reduce((sum, one) => sum + one, 0);
    return {
      before: formatValue(before, unit, { locale }),
      // It will be more.
      change: unfinished ? '' : formatChange(value, before, unit, locale),
    };
  };
}

/** What a step is compared with, in words: `against 31 May, 10:20` and `a day earlier`; `null` where nothing stands there. */
export function earlierHead({ spec, view }: PlotLayout, index: number): readonly [string, string] | null {
  const { earlier, step } = spec;
  const at = earlier ? indexAt(earlier.times, step, spec.times[index] ?? NaN) : -1;
  const moment = earlier?.moments[at] ?? NaN;
  if (!earlier || Number.isNaN(moment)) return null;
  return [INTERACTION_WORDS.against(formatTime(moment, view.timezone, view.locale, step)), earlier.name];
}
