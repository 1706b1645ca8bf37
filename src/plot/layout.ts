import { axisLabels, stableScale, tickLabels, timeTicks, type ValueTicks } from '../core/index.js';
import { fitLabels } from './axis-labels.js';
import { extent } from './extent.js';
import { MARK_KINDS } from './mark-kinds.js';
import type { Mark, PlotSpec } from './plot-spec.js';
import { stack, type StackLayer } from './stack.js';
import { visibleIndices, type PlotView } from './view.js';

/** Everything about a drawing that can be known before there is a canvas. */
export interface PlotLayout {
  readonly spec: PlotSpec;
  readonly view: PlotView;
  /** The marks that are switched on. */
  readonly shown: readonly Mark[];
  readonly layers: ReadonlyMap<string, StackLayer>;
  /** Top of the whole stack at each time. */
  readonly total: Float64Array;
  /** The first and the last step in view. */
  readonly indices: readonly [number, number];
  readonly y: ValueTicks;
  readonly yLabels: ReturnType<typeof axisLabels>;
  /** Place of a value between the limits of `y`, where it is not the value itself. */
  readonly place?: (value: number) => number;
}

/** The left axis of what has no scale of values there, or not a proportional one. */
export type Axis = Pick<PlotLayout, 'y' | 'yLabels' | 'place'>;

/** Least distance of two value lines, CSS pixels. */
const LINE_SPACE = 48;
/** Least distance of two time labels, CSS pixels. */
const LABEL_SPACE = 64;

/** `before` is the layout of the last drawing: its axis is kept while the data still fill it. `axis` wins over values. */
export function layOut(
  spec: PlotSpec,
  view: PlotView,
  height: number,
  before: PlotLayout | null,
  axis: Axis | null = null,
): PlotLayout {
  const same = before?.spec === spec && before.view.hidden === view.hidden ? before : null;
  const shown = same?.shown ?? spec.marks.filter(({ key }) => !view.hidden.has(key));
  const layers = same?.layers ?? stack(shown.filter(({ kind }) => MARK_KINDS[kind].stacked));
  const total = [...layers.values()].at(-1)?.top ?? new Float64Array();
  const indices = visibleIndices(spec.times, spec.step, view.range);
  const ground = { spec, view, shown, layers, total, indices };
  if (axis) return { ...ground, ...axis };
  const [low, high] = extent(shown, layers, indices);
  const { unit, min, max } = spec.y;
  const lines = Math.max(2, Math.min(6, Math.floor(height / LINE_SPACE)));
  const previous = (!before?.place && before?.y) || null;
  const y = stableScale(previous, Math.min(low, min ?? low), Math.max(high, max ?? high), lines, unit);
  const kept = before && before.y === y && before.spec.y.unit === unit && before.view.locale === view.locale;
  const yLabels = kept ? before.yLabels : axisLabels(y.ticks, unit, view.locale);
  return { ...ground, y, yLabels };
}

export interface TimeAxis {
  readonly times: readonly number[];
  readonly labels: readonly string[];
}

interface Labelled {
  readonly key: string;
  readonly ticks: ReturnType<typeof timeTicks>;
  readonly labels: ReturnType<typeof tickLabels>;
}

/** Plots of one page mostly show one range in one width: what was labelled last serves the next one too. */
let latest: Labelled | null = null;

function labelledTicks({ range, timezone, locale }: PlotView, most: number): Labelled {
  const key = [range.from, range.to, most, timezone, locale].join();
  if (latest?.key === key) return latest;
  const ticks = timeTicks(range, most, timezone);
  return (latest = { key, ticks, labels: tickLabels(ticks, timezone, locale) });
}

/** Ticks of the time axis with the labels that fit; `left` and `width` are the plot's, `room` the canvas' width. */
export function timeAxis(
  view: PlotView,
  left: number,
  width: number,
  room: number,
  measure: (text: string) => number,
): TimeAxis {
  const { from, to } = view.range;
  const { ticks, labels } = labelledTicks(view, Math.max(2, Math.floor(width / LABEL_SPACE)));
  const placed = labels.map(({ text, context = '' }, i) => ({
    x: left + (((ticks.times[i] ?? 0) - from) / (to - from)) * width,
    text,
    context,
  }));
  return { times: ticks.times, labels: fitLabels(placed, room, measure) };
}
