import type { FrameRequest } from '../../core/index.js';
import type { Profile } from '../profiles/profile.js';
import type { Grid } from '../grid.js';
import type { Turns } from '../turns.js';
import type { TargetHistory } from './history.js';

/** What a part of a profile is read from. */
export interface Place {
  readonly targets: readonly TargetHistory[];
  readonly profile: Profile;
  readonly request: FrameRequest;
  readonly grid: Grid;
  /** The usual distance of scrapes, ms. */
  readonly scrape: number;
  /** The page's, between slices of long work. */
  readonly turns: Turns;
}

/** One line of values with the labels that are kept apart. */
export interface Column {
  readonly labels: readonly (readonly [string, string])[];
  readonly values: Float64Array;
}

export const scaled = (values: Float64Array, factor = 1): Float64Array =>
  factor === 1 ? values : values.map((value) => value * factor);
