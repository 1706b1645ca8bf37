import {
  alignRange,
  alignUp,
  HOUR,
  resolveRange,
  scaleRange,
  shiftRange,
  zoneOffset,
  type RangeSpec,
  type TimeRange,
} from '../core/index.js';
import { chooseSteps, type StepChoice } from './step-choice.js';

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
 * one is the unfinished one; of a live range on whole steps of lines, so that it slides evenly. A fixed range, a fixed
 * edge, and that of a day or week, is shown exactly.
 */
export function placeRange(spec: RangeSpec, { now, timezone, width, minStep, live }: Surroundings): Placement {
  const range = resolveRange(spec, now, timezone);
  const steps = chooseSteps(range.to - range.from, width, minStep);
  if (spec.kind === 'absolute') return { range, ...steps };
  const step = live ? steps.lineStep : steps.barStep;
  const offset = step >= HOUR ? zoneOffset(range.from, timezone) : 0;
  const edge = (name: 'from' | 'to'): number =>
    spec.kind === 'calendar' && /[/Z]/.test(spec[name]) ? range[name] : alignUp(range[name], step, offset);
  return { range: { from: edge('from'), to: edge('to') }, ...steps };
}

/**
 * A range that a hand chose while `shown` was there, rounded once: moved by whole bars where it is as long as that, or it
 * would grow with each move; else outward to whole bars of the steps that it will have.
 */
export function roundZoom(zoomed: TimeRange, shown: Placement, { timezone, width, minStep }: Surroundings): TimeRange {
  const { range: before, barStep } = shown;
  const range = scaleRange(zoomed);
  const moved = range.from - before.from;
  if (Math.abs(range.to - before.to - moved) < 1)
    return shiftRange(before, Math.sign(moved) * Math.round(Math.abs(moved) / barStep) * barStep);
  return alignRange(range, chooseSteps(range.to - range.from, width, minStep).barStep, timezone);
}
