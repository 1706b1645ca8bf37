import type { FrameRequest, Series } from '../../src/core/index.js';
import { STATUSES } from './answers.js';
import type { View } from './view.js';
import { column, eachAnswer, series } from './view.js';

/** Requests by status, or tokens by direction, and by replica: zero where there were none. */
export function counts(view: View, { metric, by }: FrameRequest): readonly Series[] {
  const { trace } = view;
  const tokens = metric === 'tokens';
  const label = tokens ? 'direction' : 'status';
  const names = tokens ? ['input', 'output'] : STATUSES.map(String);
  const kinds = by.includes(label) ? names : [''];
  const replicas = by.includes('replica') ? view.wanted : [-1];
  const columns = kinds.map(() => replicas.map(() => column(view, 0)));
  eachAnswer(view, ({ replica, status, request, latency }, row, step) => {
    const place = Math.max(0, replicas.indexOf(replica[row] ?? 0));
    const add = (kind: number, count: number): void => {
      const values = columns[kinds[1] ? kind : 0]?.[place];
      if (values) values[step] = (values[step] ?? 0) + count;
    };
    if (!tokens) add(status[row] ?? 0, 1);
    else if ((latency[row] ?? NaN) >= 0)
      [trace.context, trace.generated].forEach((count, kind) => add(kind, count[request[row] ?? 0] ?? 0));
  });
  return columns.flatMap((lanes, kind) =>
    lanes.map((values, place) =>
      series(metric, metric, values, { [label]: kinds[kind] ?? '', replica: view.names[replicas[place] ?? 0] ?? '' }),
    ),
  );
}
