import { RESPONSE_CLASSES, classOf, compareStatus, WORDS, formatSpan, type SeriesFrame } from '../../core/index.js';
import type { Mark, PlotSpec } from '../../plot/index.js';

export interface RequestsOptions {
  /** Bars by status code instead of by class. */
  readonly details: boolean;
}

/** Classes that the legend names even when nothing was answered with them. */
const ALWAYS = new Set(['2xx', '3xx', '4xx', '5xx']);

/** Stacked bars of requests by response class, errors on top. Source of the classes: RFC 9110 §15. */
export function requestsSpec(frame: SeriesFrame, { details }: RequestsOptions): PlotSpec {
  const step = frame.step ?? frame.range.to - frame.range.from;
  return {
    times: frame.times,
    step,
    completeUntil: frame.completeUntil,
    range: frame.range,
    marks: details ? byCode(frame) : byClass(frame),
    y: { unit: 'requests', ...(step > 0 && { per: formatSpan(step) }), min: 0, max: 1 },
  };
}

function byClass(frame: SeriesFrame): Mark[] {
  return RESPONSE_CLASSES.flatMap((name): Mark[] => {
    const members = frame.series.filter((series) => classOf(series.labels['status'] ?? series.name) === name);
    if (members.length === 0 && !ALWAYS.has(name)) return [];
    const values = sum(
      members.map((series) => series.values),
      frame.times.length,
      frame.series.length > 0 ? 0 : Number.NaN,
    );
    return [{ kind: 'stacked-bars', key: name, label: label(name), role: `class-${name}`, unit: 'requests', values }];
  });
}

function byCode(frame: SeriesFrame): Mark[] {
  const seen = new Map<string, number>();
  return frame.series
    .map((series) => ({ series, status: series.labels['status'] ?? series.name }))
    .sort((a, b) => compareStatus(a.status, b.status))
    .map(({ series, status }): Mark => {
      const name = classOf(status);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return {
        kind: 'stacked-bars',
        key: series.name,
        label: status,
        role: `class-${name}`,
        shade: SHADES[nth % SHADES.length] ?? 0,
        unit: 'requests',
        values: series.values,
      };
    });
}

/** Neighbours in a class are far apart in lightness. */
const SHADES = [0, 2, -2, 3, -1, 1, -3];

const label = (name: string): string => (name === 'other' ? WORDS.otherStatus : name.toUpperCase());

/** Sums columns; what is missing in all of them is missing in the sum. Without a column each value is `none`. */
function sum(columns: readonly Float64Array[], length: number, none: number): Float64Array {
  const [only] = columns;
  if (only && columns.length === 1) return only;
  const total = new Float64Array(length).fill(columns.length === 0 ? none : Number.NaN);
  for (const column of columns) {
    for (let i = 0; i < length; i++) {
      const value = column[i] ?? Number.NaN;
      if (!Number.isNaN(value)) total[i] = (total[i] || 0) + value;
    }
  }
  return total;
}
