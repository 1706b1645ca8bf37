import type { Labels, Series, Unit } from '../../src/core/index.js';
import { labelSet } from '../../src/core/index.js';
import type { Answers } from './answers.js';
import type { Day } from './day.js';
import type { EndpointParameters } from './parameters.js';
import type { Trace } from './trace.js';

/** What one query looks at: simulated days, cut into steps. Times are ms since the epoch. */
export interface View {
  readonly days: readonly { readonly start: number; readonly day: Day }[];
  readonly from: number;
  /** End of what is known: that of the range, or now. */
  readonly end: number;
  /** Width of a step. */
  readonly width: number;
  /** The beginnings of the steps. */
  readonly times: Float64Array;
  /** When the endpoint was made: before, nothing is known of it. */
  readonly createdAt: number;
  /** Of the replicas, and last of the proxy in front of them. */
  readonly names: readonly string[];
  /** Indices of those that were asked for. */
  readonly wanted: readonly number[];
  readonly parameters: EndpointParameters;
  readonly trace: Trace;
}

/** Calls `use` with each answered request of the view, by its time, and the step that it falls into. */
export function eachAnswer(view: View, use: (answers: Answers, row: number, step: number) => void): void {
  for (const { start, day } of view.days) {
    const { answers } = day;
    const last = answers.indexOf(view.end - start);
    for (let row = answers.indexOf(view.from - start); row < last; row++) {
      if (view.wanted.includes(answers.replica[row] ?? 0))
        use(answers, row, Math.floor((start + (answers.at[row] ?? 0) - view.from) / view.width));
    }
  }
}

/** The replicas that were asked for, without the proxy. */
export const replicasOf = ({ wanted, parameters }: View): readonly number[] =>
  wanted.filter((replica) => replica < parameters.maxReplicas);

/** A column of `value`, and `NaN` for steps that end before the endpoint was made. */
export const column = (view: View, value: number): Float64Array =>
  view.times.map((time) => (time + view.width > view.createdAt ? value : NaN));

/** A series with the labels that have a value; the first names it. */
export function series(metric: string, unit: Unit, values: Float64Array, labels: Labels = {}): Series {
  const pairs = Object.entries(labels).filter(([, value]) => value);
  return { name: pairs[0]?.[1] ?? metric, unit, values, labels: labelSet(pairs) };
}
