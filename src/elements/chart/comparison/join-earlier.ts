import { counterpart, shiftMoment, type CalendarShift } from '../../../core/index.js';
import { indexAt, MARK_KINDS, type EarlierMarks, type MarkKind, type PlotSpec } from '../../../plot/index.js';

/** More steps than any chart has; a grid that would be longer is a mistake of a source. */
const MOST = 50_000;

/**
 * What the same chart had earlier, moved to the times of now: by the zone's calendar, so that 9:00 lies on 9:00 on a day
 * of another length, too. Counts over other steps are not compared. `null` where there is nothing.
 */
export function joinEarlier(
  now: PlotSpec,
  earlier: PlotSpec,
  { shift, zone, name }: { readonly shift: CalendarShift; readonly zone: string; readonly name: string },
): EarlierMarks | null {
  const { step } = now;
  const [first] = earlier.times;
  const last = earlier.times.at(-1);
  if (first === undefined || last === undefined || !(step > 0)) return null;
  const start = shiftMoment(first, shift, zone, true);
  const end = Math.max(shiftMoment(last, shift, zone, true), now.times.at(-1) ?? -Infinity);
  const anchor = now.times[0] ?? start;
  const before = Math.max(0, Math.ceil((anchor - start) / step));
  const length = before + 1 + Math.floor((end - anchor) / step);
  if (!(length > 0 && length < MOST)) return null;
  const times = Float64Array.from({ length }, (_, i) => anchor + (i - before) * step);
  const moments = times.map((time) => counterpart(time, shift, zone));
  const places = Array.from(moments, (moment) => indexAt(earlier.times, earlier.step, moment));
  return {
    name,
    times,
    moments,
    marks: earlier.marks
      .filter(({ kind }) => isCompared(kind, earlier.step === step))
      .map((mark) => ({ ...mark, values: Float64Array.from(places, (at) => mark.values[at] ?? NaN) })),
  };
}

function isCompared(kind: MarkKind, sameStep: boolean): boolean {
  const { points, filled } = MARK_KINDS[kind];
  return Boolean(points || (sameStep && filled));
}
