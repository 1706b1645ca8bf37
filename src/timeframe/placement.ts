import { alignRange, alignUp, HOUR, resolveRange, zoneOffset, type RangeSpec, type TimeRange } from '../core/index.js';
import { chooseSteps, type StepChoice } from './step-choice.js';

/** Shortest range that a gesture may zoom to, ms. */
const SHORTEST_ZOOM = 5_000;

/** What steps and edges depend on. */
export interface Surroundings {
  /** ms. */
  readonly now: number;
  readonly timezone: string;
  /** CSS pixels of the widest plot. */
  readonly width: number;
  /** ms. */
  readonly minStep: number;
  /** The range slides by steps of lines in place of bars. */
  readonly live: boolean;
}

export interface Placement extends StepChoice {
  readonly range: TimeRange;
}

/**
 * What to show. Edges that follow the clock are on whole bars, so that bars stand still while time goes on and the last
 * one is the unfinished one; of a live range on whole steps of lines, so that it slides evenly. A fixed range, and the
 * edge of a day or week, is shown exactly.
 */
export function placeRange(spec: RangeSpec, { now, timezone, width, minStep, live }: Surroundings): Placement {
  const range = resolveRange(spec, now, timezone);
  const steps = chooseSteps(range.to - range.from, width, minStep);
  if (spec.kind === 'absolute') return { range, ...steps };
  const step = live ? steps.lineStep : steps.barStep;
  const offset = step >= HOUR ? zoneOffset(range.from, timezone) : 0;
  const edge = (name: 'from' | 'to'): number =>
    spec.kind === 'calendar' && spec[name].includes('/') ? range[name] : alignUp(range[name], step, offset);
  return { range: { from: edge('from'), to: edge('to') }, ...steps };
}

/** A zoomed range, rounded once: outward to whole bars of the steps that it will have. */
export function roundZoom(zoomed: TimeRange, { timezone, width, minStep }: Surroundings): TimeRange {
  const middle = (zoomed.from + zoomed.to) / 2;
  const half = Math.max(SHORTEST_ZOOM, Math.abs(zoomed.to - zoomed.from)) / 2;
  const { barStep } = chooseSteps(half * 2, width, minStep);
  return alignRange({ from: middle - half, to: middle + half }, barStep, timezone);
}
