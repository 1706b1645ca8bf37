import type { SourceFunction } from '../../src/core/index.js';

/** One state of the data that a chart has to bear. */
export interface Case {
  readonly name: string;
  readonly title: string;
  /** How many there are at the end of the hour. */
  readonly replicas: number;
}

export const CASES: readonly Case[];
/** The hour that all cases show, ISO 8601. */
export const FROM: string;
export const TO: string;
export function caseSource(one: Case): SourceFunction;
