import type { TimeRange } from '../time/range.js';
import type { Unit } from '../format/unit.js';

/** Label names to values, without a prototype: names come from servers. Make them with `labelSet`. */
export type Labels = Readonly<Record<string, string>>;

interface FrameFacts {
  /** What the frame really covers; at least one step may lie outside what was asked. */
  readonly range: TimeRange;
  /** Width of a step in ms; `null` where each series has one value for the whole range. */
  readonly step: number | null;
  /** Steps that end at or before this moment (ms) are final; later ones still fill. */
  readonly completeUntil: number;
  /** The clock of the source when it answered, ms. */
  readonly now: number;
  /** Warnings in words, to be shown beside the data. */
  readonly notices: readonly string[];
  /** A part of the answer failed and is missing, so that it has to be asked for again; `notices` say which. */
  readonly partial?: boolean;
}

/** Whether the step that begins at `from` still fills. All in ms. */
export const stillFills = (from: number, step: number, completeUntil: number): boolean => from + step > completeUntil;

/** One line of values; `values[i]` speaks of `[times[i], times[i] + step)`, `NaN` is missing. */
export interface Series {
  readonly name: string;
  readonly labels: Labels;
  readonly unit: Unit;
  readonly values: Float64Array;
}

/** Series over one shared, ascending list of times. Never changed in place. */
export interface SeriesFrame extends FrameFacts {
  readonly kind: 'series';
  readonly times: Float64Array;
  readonly series: readonly Series[];
}

/** Counts by time and bucket, not cumulative: `counts[i * bounds.length + b]`. */
export interface HistogramFrame extends FrameFacts {
  readonly kind: 'histogram';
  readonly times: Float64Array;
  /** Upper bounds, ascending; the last may be `Infinity`. */
  readonly bounds: Float64Array;
  readonly counts: Float64Array;
  readonly unit: Unit;
}

/** A stretch of time in one state. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly state: string;
}

/** The intervals of one thing, a replica say, ascending and without overlap. */
export interface Lane {
  readonly name: string;
  readonly labels: Labels;
  readonly intervals: readonly Interval[];
}

export interface IntervalsFrame extends FrameFacts {
  readonly kind: 'intervals';
  readonly lanes: readonly Lane[];
}

/** A labelled moment (`until` is `null`) or span. */
export interface TimelineEvent {
  readonly at: number;
  readonly until: number | null;
  readonly label: string;
  readonly labels: Labels;
}

export interface EventsFrame extends FrameFacts {
  readonly kind: 'events';
  readonly events: readonly TimelineEvent[];
}

export type Frame = SeriesFrame | HistogramFrame | IntervalsFrame | EventsFrame;

/** Copies label pairs into an object that has no prototype. */
export function labelSet(pairs: Iterable<readonly [string, string]> = []): Labels {
  const labels = Object.create(null) as Record<string, string>;
  for (const [name, value] of pairs) labels[name] = value;
  return labels;
}

const keys = new WeakMap<Labels, string>();

/** A text that is equal for equal label sets, whatever their order. */
export function labelKey(labels: Labels): string {
  let key = keys.get(labels);
  if (key === undefined) {
    key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    keys.set(labels, key);
  }
  return key;
}

/** What a source calls a series that it tells apart from others of the metric (`running`, `limit`). */
export const seriesName = ({ labels, name }: Series): string => labels['series'] ?? name;

/** The replica that a series or a lane speaks of; its own name where no label names one. */
export const replicaOf = ({ name, labels }: { readonly name: string; readonly labels: Labels }): string =>
  labels['replica'] || name;

/** A text that is equal for equal name and labels: what a series or lane is known by. */
export const seriesKey = ({ name, labels }: { readonly name: string; readonly labels: Labels }): string =>
  labelKey(labels) + name;
