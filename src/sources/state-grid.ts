import { stepFor, type FrameRequest } from '../core/index.js';
import { gridOf, type Grid } from './grid.js';

/** How many looks at the states a request without a step gets. */
const LOOKS = 500;

/** When a server is asked for states: with each step; where there is none, as often as a reader could tell apart. */
export function stateGrid(request: FrameRequest, now: number, scrape: number): Grid {
  const { range, step } = request;
  return gridOf({ ...request, step: step ?? stepFor(Math.max(scrape, (range.to - range.from) / LOOKS)) }, now);
}
