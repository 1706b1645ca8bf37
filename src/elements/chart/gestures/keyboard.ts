import { listen } from '../../base/listen.js';
import { rangeStepOf, type RangeStep } from '../../base/range-steps.js';

/** What keys do on a plot. */
export interface KeyTarget {
  readonly selecting: boolean;
  readonly moving: boolean;
  step(count: number, select: boolean): void;
  /** To another lane; false where there are none. */
  lane(count: number): boolean;
  /** Hides the replica of the lane, or shows it again; false where there is none. */
  toggleLane(alone: boolean): boolean;
  finish(): void;
  cancel(): void;
  leave(): void;
  stepRange(step: RangeStep): void;
  readonly pinned: boolean;
  pin(): void;
  unpin(): void;
}

/** Steps of PageUp and PageDown. */
const PAGE = 10;

/**
 * Arrows move the cursor, up and down between lanes, which Space hides, with Shift they select; Enter zooms, Escape leaves, P pins; those of `rangeStepOf` move the
 * range. Returns how to stop.
 */
export function keyActions(element: HTMLElement, target: KeyTarget): () => void {
  const steps = new Map([
    ['ArrowLeft', -1],
    ['ArrowRight', 1],
    ['PageUp', -PAGE],
    ['PageDown', PAGE],
    ['Home', -Infinity],
    ['End', Infinity],
  ]);
  const lanes = new Map([
    ['ArrowUp', -1],
    ['ArrowDown', 1],
  ]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = steps.get(event.key);
    const lane = lanes.get(event.key);
    const rangeStep = rangeStepOf(event);
    if (count !== undefined) target.step(count, event.shiftKey);
    else if (lane !== undefined && target.lane(lane)) event.preventDefault();
    else if (event.key === ' ' && target.toggleLane(event.shiftKey)) event.preventDefault();
    else if (event.key === 'Enter' && target.selecting) target.finish();
    else if (rangeStep) target.stepRange(rangeStep);
    else if (event.key === 'Escape' && (target.selecting || target.moving)) target.cancel();
    else if (event.key.toLowerCase() === 'p') target.pin();
    else if (event.key === 'Escape' && target.pinned) target.unpin();
    else {
      // Escape has no more to do here: a dialog around the chart may want it.
      if (event.key === 'Escape') target.leave();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (): void => {
    target.cancel();
    target.leave();
  };
  return listen(element, { keydown: onKey, blur: onBlur });
}
