import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  stepFor,
  type Frame,
  type HistogramFrame,
  type TimeRange,
} from '../../../core/index.js';
import { queryCacheOf, requestFor, type Need, type TimeframeState } from '../../../timeframe/index.js';
import type { ComparedChart } from '../comparison/earlier-layer.js';
import { drawnColumns, lastStep, type Columns } from './last-step.js';

/** How far back is looked, and with which step, ms: a query each, the nearest first, until one has data. */
const LOOKS: readonly (readonly [back: number, step: number])[] = [
  [DAY, 30 * MINUTE],
  [7 * DAY, 3 * HOUR],
  [30 * DAY, 12 * HOUR],
];
/** The step with the last data is looked at again in so many parts. */
const PARTS = 100;
/** Parts of what is shown that the end of the data may be wrong by. */
const EXACT = 4;

/** A step that has data, ms. */
interface Found {
  readonly at: number;
  readonly step: number;
}

/**
 * The end of the last data there are outside of the range of `state`, ms: after it up to now, else before it, in both
 * directions as far back as is looked. `null` where there are none. Rejects where the source does.
 */
export async function findLastData(
  chart: ComparedChart,
  state: TimeframeState,
  signal: AbortSignal,
): Promise<number | null> {
  const { source, range, now } = state;
  const [need] = chart.needs();
  if (!source || !need) return null;
  const lastIn = async (within: TimeRange, step: number): Promise<Found | null> => {
    const asked = requestFor(withoutRange(need), { ...state, range: within, lineStep: step, barStep: step });
    const frame = await queryCacheOf(source).ask(asked, signal, () => false);
    return lastOf(frame, chart, within);
  };
  const stretches: TimeRange[] = [{ from: -Infinity, to: Math.min(now, range.from) }];
  if (range.to < now) stretches.unshift({ from: range.to, to: now });
  for (const { from, to } of stretches) {
    let until = to;
    for (const [back, step] of LOOKS) {
      const begin = Math.max(from, to - back);
      const found = begin < until ? await lastIn({ from: begin, to: until }, step) : null;
      if (found) return refine(found, (range.to - range.from) / EXACT, to, lastIn);
      until = begin;
    }
  }
  return null;
}

/** Looks into the step with the last data, until its end is known well enough. */
async function refine(
  found: Found,
  enough: number,
  most: number,
  lastIn: (within: TimeRange, step: number) => Promise<Found | null>,
): Promise<number> {
  let { at, step } = found;
  while (step > Math.max(enough, SECOND)) {
    const to = Math.min(at + step, most);
    const finer = await lastIn({ from: at, to }, stepFor(step / PARTS));
    if (!finer || finer.step >= step) break;
    ({ at, step } = finer);
  }
  return Math.min(at + step, most);
}

/** A need without the range of its own that it may have: it goes by that of the time frame. */
function withoutRange({ rangeOf: _own, ...need }: Need): Need {
  return need;
}

/** The last step within a range that has data, as the chart would draw them. */
function lastOf(frame: Frame, chart: ComparedChart, within: TimeRange): Found | null {
  const { from, to } = within;
  if (frame.kind === 'intervals') {
    const ends = frame.lanes.flatMap(({ intervals }) => intervals.filter((one) => one.from < to).map((one) => one.to));
    const end = Math.min(
      to,
      ends.reduce((last, one) => Math.max(last, one), -Infinity),
    );
    return end > from ? { at: end, step: 0 } : null;
  }
  if (frame.kind === 'events') return null;
  const spec = frame.kind === 'series' ? chart.specOf([frame]) : null;
  const columns = frame.kind === 'histogram' ? counted(frame) : spec && drawnColumns(spec);
  const at = columns && lastStep(columns, within);
  return columns && at !== null ? { at, step: columns.step } : null;
}

const counted = ({ times, step, bounds, counts }: HistogramFrame): Columns => ({
  times,
  step: step ?? 0,
  width: bounds.length,
  columns: [counts],
});
