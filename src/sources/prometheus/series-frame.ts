import { labelKey, labelSet, type FrameRequest, type Labels, type Series, type SeriesFrame } from '../../core/index.js';
import type { Constant, Part } from '../profiles/profile.js';
import { unitOf, type Asked } from './ask-parts.js';
import { columnsOf, type Column } from './columns.js';
import type { Grid } from '../grid.js';
import type { Body } from './read-body.js';

/** The answer to one of a request's queries. */
export interface Answered {
  readonly asked: Asked;
  readonly body: Body;
}

/** Labels in the order of the request, so that the first one names the series. */
function inOrder(labels: Labels, { by }: FrameRequest): Labels {
  const place = (label: string): number => (by.includes(label) ? by.indexOf(label) : by.length);
  return labelSet(Object.entries(labels).sort(([a], [b]) => place(a) - place(b)));
}

function nameOf(labels: Labels, { metric, query, by }: FrameRequest): string {
  const values = Object.values(labels);
  if (query === undefined || by.length > 0 || values.length < 2) return values[0] ?? metric;
  return Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(', ');
}

/** Adds up what two queries say of the same series: input and output tokens where they are not kept apart. */
function add(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => {
    const other = b[i] ?? NaN;
    return Number.isNaN(value) ? other : Number.isNaN(other) ? value : value + other;
  });
}

const isConstant = (part: Part): part is Constant => part.type === 'constant';

type Columns = Pick<SeriesFrame, 'kind' | 'times' | 'series' | 'notices'>;

/** The series of a frame out of all answers; limits that are constant stand beside what they limit. */
export function seriesOf(
  answers: readonly Answered[],
  parts: readonly Part[],
  request: FrameRequest,
  grid: Grid,
): Columns {
  const byKey = new Map<string, Column>();
  const notices: string[] = [];
  const raw = request.query !== undefined && request.by.length === 0;
  for (const { asked, body } of answers) {
    const read = columnsOf(body, request.metric, grid, raw ? null : asked.kept);
    const set = Object.entries(asked.set).filter(([label]) => label === 'series' || request.by.includes(label));
    notices.push(...(read.columns.length > 0 ? asked.notices : []), ...read.notices);
    for (const { labels, values } of read.columns) {
      const all = inOrder(labelSet([...set, ...Object.entries(labels)]), request);
      const key = labelKey(all);
      const before = byKey.get(key);
      byKey.set(key, { labels: all, values: before ? add(before.values, values) : values });
    }
  }
  const unit = unitOf(request);
  const series: Series[] = [...byKey.values()].map(({ labels, values }) => ({
    name: nameOf(labels, request),
    labels,
    unit,
    values,
  }));
  const limits = series.length > 0 ? parts.filter(isConstant) : [];
  for (const { value, series: name } of limits) {
    series.push({ name, labels: labelSet([['series', name]]), unit, values: grid.times.map(() => value) });
  }
  return { kind: 'series', times: grid.times, series, notices: [...new Set(notices)] };
}
