import type { TimeRange } from './time/range.js';

/** What kind of frame is asked for. */
export type Shape = 'series' | 'histogram' | 'intervals' | 'events';

/** One question to a source. Equal questions are asked once, whoever needs the answer. */
export interface FrameRequest {
  /** A name from the table of metrics, or one that only this source knows. */
  readonly metric: string;
  /** A query in the source's own language; it wins over `metric`. */
  readonly query?: string;
  /** Aligned to `step`. */
  readonly range: TimeRange;
  /** Width of a step in ms; `null` asks for one value over the whole range. */
  readonly step: number | null;
  /** Labels to keep apart; the source sums or averages over all others. */
  readonly by: readonly string[];
  /** Only these replicas; `null` means all of them. */
  readonly replicas: readonly string[] | null;
  /** Between 0 and 1, for metrics that are distributions. */
  readonly quantiles?: readonly number[];
  readonly shape: Shape;
  /** How much earlier than what is shown the range is, as the attribute `compare` has it; the range is shifted already. */
  readonly shift?: string;
}
