import {
  RESPONSE_CLASSES,
  classOf,
  compareStatus,
  WORDS,
  formatSpan,
  sumColumns,
  type Series,
  type SeriesFrame,
} from '../../core/index.js';
import type { Mark, PlotSpec } from '../../plot/index.js';
import { specGround } from '../chart/spec-ground.js';

export interface RequestsOptions {
  /** Bars by status code instead of by class. */
  readonly details: boolean;
}

/** Classes that the legend names even when nothing was answered with them. */
const ALWAYS = new Set(['2xx', '3xx', '4xx', '5xx']);

/** Stacked bars of requests by response class, errors on top. Source of the classes: RFC 9110 §15. */
export function requestsSpec(frame: SeriesFrame, { details }: RequestsOptions): PlotSpec {
  const ground = specGround(frame);
  return {
    ...ground,
    marks: details ? byCode(frame) : byClass(frame),
    y: { unit: 'requests', ...(ground.step > 0 && { per: formatSpan(ground.step) }), min: 0, max: 1 },
  };
}

const statusOf = ({ labels, name }: Series): string => labels['status'] ?? name;

/** The series under one key each, summed where several share it. */
function totals(frame: SeriesFrame, keyOf: (series: Series) => string): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array[]>();
  for (const series of frame.series) {
    const key = keyOf(series);
    columns.set(key, [...(columns.get(key) ?? []), series.values]);
  }
  return new Map([...columns].map(([key, values]) => [key, sumColumns(values, frame.times.length)]));
}

function byClass(frame: SeriesFrame): Mark[] {
  const classes = totals(frame, (series) => classOf(statusOf(series)));
  // A class that never came is zero where anything was counted, and missing where nothing was.
  const known = sumColumns([...classes.values()], frame.times.length);
  const none = known.map((value) => (Number.isNaN(value) ? value : 0));
  return RESPONSE_CLASSES.flatMap((name): Mark[] => {
    const values = classes.get(name) ?? (ALWAYS.has(name) ? none : null);
    if (!values) return [];
    return [{ kind: 'stacked-bars', key: name, label: label(name), role: `class-${name}`, unit: 'requests', values }];
  });
}

function byCode(frame: SeriesFrame): Mark[] {
  const seen = new Map<string, number>();
  return [...totals(frame, statusOf)]
    .sort(([a], [b]) => compareStatus(a, b))
    .map(([status, values]): Mark => {
      const name = classOf(status);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const shade = SHADES[nth % SHADES.length] ?? 0;
      return {
        kind: 'stacked-bars',
        key: status,
        label: status,
        role: `class-${name}`,
        shade,
        unit: 'requests',
        values,
      };
    });
}

/** Neighbours in a class are far apart in lightness. */
const SHADES = [0, 2, -2, 3, -1, 1, -3];

const label = (name: string): string => (name === 'other' ? WORDS.otherStatus : name.toUpperCase());
