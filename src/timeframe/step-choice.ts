import { STEPS, stepFor } from '../core/index.js';

/** CSS pixels: closer points say nothing more, narrower bars do not read as bars. */
const POINT = 2;
const BAR = 9;

export interface StepChoice {
  /** ms, for lines and areas. */
  readonly lineStep: number;
  /** ms, for bars: a whole multiple of `lineStep`. */
  readonly barStep: number;
}

/** Steps for a range of `span` ms on a plot of `width` CSS pixels, none below `minStep` (what the source can give). */
export function chooseSteps(span: number, width: number, minStep: number): StepChoice {
  const line = stepFor(Math.max(minStep, (span * POINT) / width));
  const bar = stepFor((span * BAR) / width);
  // Bars of 5 min are no multiple of 2 min: points a little closer are better than bars of 10 min.
  const finer = STEPS[STEPS.indexOf(line) - 1] ?? line;
  const lineStep = bar % line > 0 && bar % finer === 0 && bar > line && finer >= minStep ? finer : line;
  const barStep = STEPS.find((step) => step >= bar && step % lineStep === 0) ?? lineStep;
  return { lineStep, barStep };
}
