import { labelKey, labelSet, PROMETHEUS_WORDS, type Labels } from '../../core/index.js';
import type { Body, Sample } from './read-body.js';
import type { Grid } from '../grid.js';

/** More lines than this nobody reads, and no page draws. */
const MOST_SERIES = 1000;

/** What a reader is told of an answer, by the name of its words. */
type Fault = 'infinite' | 'offGrid' | 'twice';

/** One line of values on the grid of a request. */
export interface Column {
  readonly labels: Labels;
  readonly values: Float64Array;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly notices: readonly string[];
}

/** Values of one series in their places, NaN where there is none; `told` hears what is wrong with them. */
function column(samples: readonly Sample[], { times, step, width }: Grid, told: Set<Fault>): Float64Array {
  const values = new Float64Array(times.length).fill(NaN);
  const first = (times[0] ?? NaN) + width;
  for (const [seconds, text] of samples) {
    const place = step === null ? 0 : (seconds * 1000 - first) / step;
    const index = Math.round(place);
    if (index < 0 || index >= values.length) continue;
    const value = text === '+Inf' || text === '-Inf' ? Infinity : Number(text);
    if (Math.abs(place - index) * width > 1) told.add('offGrid');
    if (value === Infinity) told.add('infinite');
    // What is NaN on the server, a stale marker say, is missing here.
    else values[index] = value;
  }
  return values;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Puts an answer on the grid, with the contract's labels, in the order of these. */
export function columnsOf(body: Body, metric: string, grid: Grid, kept: ReadonlyMap<string, string> | null): Columns {
  const told = new Set<Fault>();
  const byKey = new Map<string, Column>();
  for (const { metric: theirs, samples } of body.series) {
    const labels = labelSet(
      Object.entries(theirs).flatMap(([label, value]) => {
        const ours = kept
          ? kept.get(label)
          : label === '__name__' && Object.keys(theirs).length > 1
            ? undefined
            : label;
        return ours === undefined || value === '' ? [] : [[ours, value] as const];
      }),
    );
    const key = labelKey(labels);
    if (byKey.has(key)) told.add('twice');
    else byKey.set(key, { labels, values: column(samples, grid, told) });
  }
  const all = [...byKey].sort(([a], [b]) => inOrder(a, b)).map(([, one]) => one);
  const columns = all.slice(0, MOST_SERIES);
  const tooMany = all.length > columns.length;
  return {
    columns,
    notices: [
      ...body.notices,
      ...(tooMany ? [PROMETHEUS_WORDS.tooManySeries(metric, all.length, columns.length)] : []),
      ...[...told].map((what) => PROMETHEUS_WORDS[what](metric)),
    ],
  };
}
