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
  const lineStep = stepFor(Math.max(minStep, (span * POINT) / width));
  const least = stepFor((span * BAR) / width);
  const barStep = STEPS.find((step) => step >= least && step % lineStep === 0) ?? lineStep;
  return { lineStep, barStep };
}
