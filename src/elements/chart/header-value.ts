import type { Unit } from '../../core/index.js';

/** A name and a value in the header of a chart. */
export interface HeaderValue {
  readonly label: string;
  readonly value: string;
  /** The same as a number in this unit, of a value that is told beside what it was in an earlier range. */
  readonly amount?: number;
  readonly unit?: Unit;
}
