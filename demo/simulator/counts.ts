import type { FrameRequest, Series } from '../../src/core/index.js';
import { STATUSES } from './answers.js';
import type { View } from './view.js';
import { column, eachAnswer, series } from './view.js';

/** Requests by status, or tokens by direction, and by replica: zero where there were none. */
export function counts(view: View, { metric, by }: FrameRequest): readonly Series[] {
  const [label, all] = metric === 'tokens' ? ['direction', ['input', 'output']] : ['status', STATUSES.map(String)];
  const kinds = by.includes(label) ? all : [''];
  const replicas = by.includes('replica') ? view.wanted : [-1];
  const columns = kinds.flatMap(() => replicas.map(() => column(view, 0)));
  eachAnswer(view, ({ replica, status, input, output }, row, step) => {
    const place = Math.max(0, replicas.indexOf(replica[row] ?? 0));
    const add = (kind: number, count: number): void => {
      const values = columns[(kinds[1] ? kind : 0) * replicas.length + place];
      if (values) values[step] = (values[step] ?? 0) + count;
    };
    if (metric === 'tokens') {
      add(0, input[row] ?? 0);
      add(1, output[row] ?? 0);
    } else add(status[row] ?? 0, 1);
  });
  return columns.map((values, i) => {
    const kind = kinds[Math.floor(i / replicas.length)] ?? '';
    return series(metric, metric, values, { [label]: kind, replica: view.names[replicas[i % replicas.length] ?? 0] ?? '' });
  });
}
