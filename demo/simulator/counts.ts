import type { FrameRequest, Series } from '../../src/core/index.js';
import type { Answers } from './answers.js';
import { STATUSES } from './answers.js';
import type { View } from './view.js';
import { column, eachAnswer, series } from './view.js';

/** What is counted, apart by one label. */
export interface Counted {
  readonly label: string;
  readonly values: readonly string[];
  /** Calls `add` with the label's value (its index) and how many of it the row has. */
  readonly each: (answers: Answers, row: number, add: (value: number, count: number) => void) => void;
}

const REQUESTS: Counted = {
  label: 'status',
  values: STATUSES.map(String),
  each: ({ status }, row, add) => add(status[row] ?? 0, 1),
};

/** Counts by the label and by replica, as asked: zero where there was nothing. */
export function counts(
  view: View,
  { metric, by }: FrameRequest,
  { label, values, each }: Counted = REQUESTS,
): readonly Series[] {
  const byLabel = by.includes(label);
  const replicas = by.includes('replica') ? view.wanted : [-1];
  const columns = (byLabel ? values : ['']).map(() => replicas.map(() => column(view, 0)));
  eachAnswer(view, (answers, row, step) => {
    const place = Math.max(0, replicas.indexOf(answers.replica[row] ?? 0));
    each(answers, row, (value, count) => {
      const steps = columns[byLabel ? value : 0]?.[place];
      if (steps) steps[step] = (steps[step] ?? 0) + count;
    });
  });
  return columns.flatMap((lanes, value) =>
    lanes.map((steps, place) => {
      const replica = view.names[replicas[place] ?? 0] ?? '';
      return series(metric, metric, steps, { [label]: byLabel ? (values[value] ?? '') : '', replica });
    }),
  );
}
