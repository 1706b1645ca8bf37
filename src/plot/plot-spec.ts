import type { Buckets, Interval, TimeRange, Unit } from '../core/index.js';

/** What a mark stands for. The theme turns it into colour, width, dash and pattern. */
export type Role =
  | `class-${'1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'other'}`
  | `quantile-${'99' | '95' | '90' | '50' | 'other'}`
  | `replica-${number}`
  | `series-${number}`
  | 'pending'
  | 'running'
  | 'limit'
  | 'heat'
  | `state-${ReplicaState | 'other'}`;

/** The states of a replica's life, in their usual order. */
export type ReplicaState =
  'pending' | 'downloading' | 'pulling' | 'initializing' | 'running' | 'failed' | 'evicted' | 'terminating';

/**
 * How a mark is drawn. `stacked-bars` stand on the ones before them in the list, `bars` beside them. `lanes` draw the intervals of the
 * specification's lanes whose state is the mark's key; their values count the lanes in that state. A `heatmap` draws the
 * specification's buckets; its values are the totals of the steps.
 */
export type MarkKind = 'stacked-bars' | 'bars' | 'line' | 'area' | 'threshold' | 'lanes' | 'heatmap';

/** One series with all its data, for canvas, tooltip, legend, table and spoken description alike. */
export interface Mark {
  readonly kind: MarkKind;
  /** Stable between updates; what a legend toggle remembers. */
  readonly key: string;
  readonly label: string;
  readonly role: Role;
  /** Steps of lightness within the role, whole, from -3 (darker) to 3 (lighter): codes of a class, say. */
  readonly shade?: number;
  readonly unit: Unit;
  /** The one replica that it shows: its toggle hides that on all charts of the time frame. */
  readonly replica?: string | undefined;
  /** One value for each of the specification's times; `NaN` is missing. */
  readonly values: Float64Array;
}

/** What is drawn at an interval beside its bar: a glyph at one end, and words where they find room, the fullest first. */
export interface LaneNote {
  readonly glyph?: 'restart' | 'failed' | 'never' | undefined;
  /** At the beginning of the bar, where it is not at its end. */
  readonly atEnd?: boolean;
  readonly words: readonly string[];
}

export interface PlotLane {
  readonly name: string;
  /** The replica that it shows: a press on its name hides that on all charts of the time frame. */
  readonly replica?: string | undefined;
  readonly intervals: readonly (Interval & { readonly note?: LaneNote | undefined })[];
}

/** Counts by time and bucket, as in a histogram frame: `counts[i * bounds.length + b]`. */
export interface HeatBuckets extends Buckets {
  /** What the bounds are in; the counts are in the unit of the mark. */
  readonly unit: Unit;
  /** The greatest count: the strongest colour. */
  readonly most: number;
}

/** One column of a table over the specification's times; with a key it goes with the mark of that key. */
export type Column = Pick<Mark, 'label' | 'unit' | 'values'> & Partial<Pick<Mark, 'key'>>;

export interface ValueScale {
  readonly unit: Unit;
  /** For counts: how long each value counts, `30 s`; stands over the axis with the unit. */
  readonly per?: string;
  /** The axis reaches at least from `min` to `max`, and always holds its data. */
  readonly min?: number;
  readonly max?: number;
}

/** What the same chart had so much earlier, moved to the times of now. */
export interface EarlierMarks {
  /** How much earlier, in words. */
  readonly name: string;
  /** What is written of it over the axis. */
  readonly title?: string;
  /** Ascending, ms, on the grid of the specification; may begin before it and end after it. */
  readonly times: Float64Array;
  /** The moment that is drawn at each of the times, ms; `NaN` where there was none. */
  readonly moments: Float64Array;
  /** Their values stand at `times`. */
  readonly marks: readonly Mark[];
}

/** A chart as plain data. */
export interface PlotSpec {
  /** Ascending, ms; `values[i]` of each mark speaks of `[times[i], times[i] + step)`. */
  readonly times: Float64Array;
  /** ms. */
  readonly step: number;
  /** Steps that end later than this (ms) still fill, and are drawn as such. */
  readonly completeUntil: number;
  readonly marks: readonly Mark[];
  readonly y: ValueScale;
  /** One below the other in place of a scale of values. */
  readonly lanes?: readonly PlotLane[];
  /** The source's clock, ms, where lanes say what lasts. */
  readonly now?: number;
  /** What a heatmap draws; the axis has a row for each bucket. */
  readonly buckets?: HeatBuckets;
  /** What a table and CSV show in place of the marks. */
  readonly columns?: readonly Column[];
  /** Drawn faintly with the marks of the same keys. */
  readonly earlier?: EarlierMarks;
  /** `false` where the legend alone names the lines, not their ends. */
  readonly named?: boolean;
  /** What the frame covers, ms. */
  readonly range: TimeRange;
  /** What is said where nothing of it is in view, in place of that there is no data. */
  readonly none?: string;
}
