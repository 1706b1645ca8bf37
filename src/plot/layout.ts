import { axisLabels, stableScale, tickLabels, timeTicks, type ValueTicks } from '../core/index.js';
import { fitLabels } from './axis-labels.js';
import { extent } from './extent.js';
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
}

/** Least distance of two value lines, CSS pixels. */
const LINE_SPACE = 48;
/** Least distance of two time labels, CSS pixels. */
const LABEL_SPACE = 64;

/** `before` is the layout of the last drawing: its axis is kept while the data still fill it. */
export function layOut(spec: PlotSpec, view: PlotView, height: number, before: PlotLayout | null): PlotLayout {
  const same = before?.spec === spec && before.view.hidden === view.hidden ? before : null;
  const shown = same?.shown ?? spec.marks.filter(({ key }) => !view.hidden.has(key));
  const layers = same?.layers ?? stack(shown.filter(({ kind }) => kind === 'stacked-bars'));
  const total = [...layers.values()].at(-1)?.top ?? new Float64Array();
  const indices = visibleIndices(spec.times, spec.step, view.range);
  const [low, high] = extent(shown, layers, indices);
  const { unit, min, max } = spec.y;
  const lines = Math.max(2, Math.min(6, Math.floor(height / LINE_SPACE)));
  const y = stableScale(before?.y ?? null, Math.min(low, min ?? low), Math.max(high, max ?? high), lines, unit);
  return { spec, view, shown, layers, total, indices, y, yLabels: axisLabels(y.ticks, unit, view.locale) };
}

export interface TimeAxis {
  readonly times: readonly number[];
  readonly labels: readonly string[];
}

/** Ticks of the time axis with the labels that fit; `left` and `width` are the plot's, `room` the canvas' width. */
export function timeAxis(
  { range, timezone, locale }: PlotView,
  left: number,
  width: number,
  room: number,
  measure: (text: string) => number,
): TimeAxis {
  const ticks = timeTicks(range, Math.max(2, Math.floor(width / LABEL_SPACE)), timezone);
  const labels = tickLabels(ticks, timezone, locale).map(({ text, context }, i) => ({
    x: left + (((ticks.times[i] ?? 0) - range.from) / (range.to - range.from)) * width,
    text,
    context: context ?? '',
  }));
  return { times: ticks.times, labels: fitLabels(labels, room, measure) };
}
