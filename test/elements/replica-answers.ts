import { labelSet, type Frame, type FrameRequest, type TimeRange } from '../../src/core/index.js';

const STATES = ['pending', 'downloading', 'pulling', 'initializing', 'running'];
const LIMITS: Readonly<Record<string, number>> = { cpu: 1, gpu: 1, memory: 2 ** 35, 'gpu-memory': 2 ** 36 };

/** What the charts of replicas ask, for `count` of them that each went through all states in the hour. */
export function answerReplicas(
  { metric, range, step, by, shape }: FrameRequest,
  hour: TimeRange,
  count: number,
): Frame {
  const width = step ?? range.to - range.from;
  const facts = { range, step, completeUntil: range.to, now: range.to, notices: [] };
  const names = Array.from({ length: count }, (_, nth) => `replica-${nth}`);
  if (shape === 'intervals') {
    const intervals = STATES.map((state, i) => ({
      from: hour.from + (i - 0.5) * 600_000,
      to: hour.from + (i + 0.5) * 600_000,
      state,
    }));
    const lanes = names.map((name) => ({ name, labels: labelSet([['replica', name]]), intervals }));
    return { ...facts, kind: 'intervals', lanes };
  }
  const times = Float64Array.from(
    { length: Math.ceil((range.to - range.from) / width) },
    (_, i) => range.from + i * width,
  );
  const line = (label: string, name: string, value: number, unit: string) => ({
    name,
    labels: labelSet([[label, name]]),
    unit,
    values: times.map(() => value),
  });
  const limit = LIMITS[metric];
  const unit = limit === undefined ? 'replicas' : limit === 1 ? 'ratio' : 'bytes';
  const series =
    metric === 'replicas'
      ? [line('series', 'running', count, unit), line('series', 'maximum', count + 2, unit)]
      : metric === 'pending' || limit === undefined
        ? [line('series', 'pending', 3, 'requests')]
        : [
            ...(by.includes('replica') ? names : ['all']).map((name, nth) =>
              line('replica', name, limit / (nth + 2), unit),
            ),
            line('series', 'limit', limit, unit),
          ];
  return { ...facts, kind: 'series', times, series };
}
