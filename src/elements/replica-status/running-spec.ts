import { besideValues, CHART_WORDS, type SeriesFrame } from '../../core/index.js';
import type { Mark, PlotSpec } from '../../plot/index.js';
import { seriesNamed, specGround } from '../chart/spec-ground.js';

/** Bars of the running replicas under the line of the most that there may be. */
export function runningSpec(frame: SeriesFrame): PlotSpec {
  const maximum = seriesNamed(frame, 'maximum');
  // A source that tells nothing but one number need not name it.
  const running = seriesNamed(frame, 'running') ?? frame.series.find((series) => besideValues(series) === null);
  const marks: Mark[] = [
    {
      kind: 'stacked-bars',
      key: 'running',
      label: CHART_WORDS.running,
      role: 'running',
      unit: 'replicas',
      values: running?.values ?? frame.times.map(() => NaN),
    },
  ];
  // Before there is an answer the legend keeps its place, so that nothing moves when it comes.
  if (maximum || frame.series.length === 0) {
    marks.push({
      kind: 'threshold',
      key: 'maximum',
      label: CHART_WORDS.maximum,
      role: 'limit',
      unit: 'replicas',
      values: maximum?.values ?? frame.times.map(() => NaN),
    });
  }
  return { ...specGround(frame), marks, y: { unit: 'replicas', min: 0, max: 1 } };
}
