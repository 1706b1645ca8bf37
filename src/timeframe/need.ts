import type { Frame, FrameRequest, TimeRange } from '../core/index.js';
import type { TimeframeState } from './state.js';

/** What a chart needs; the time frame adds range, step and replicas. */
export interface Need extends Pick<FrameRequest, 'metric' | 'by' | 'shape'> {
  readonly query?: string;
  readonly quantiles?: readonly number[];
  /** Asks for all replicas, whichever are shown. */
  readonly everyReplica?: true;
  /** Those that are asked for in place of the ones that are shown; `null` for all. */
  readonly replicas?: readonly string[] | null;
  /** How much earlier than what is shown, for the cache's key. */
  readonly shift?: string;
  /** Says which range that is. */
  readonly rangeOf?: (state: TimeframeState) => TimeRange;
  /** Which of the time frame's steps; `range` asks for one value over the whole range. */
  readonly step: 'line' | 'bar' | 'range';
}

/** The answer so far. An error does not take the last good frame away. */
export interface Answer {
  /** The last good frame for this need and source, whatever its range; `null` before the first. */
  readonly frame: Frame | null;
  /** `frame` does not answer what is asked: another range, other replicas or another need was chosen since. */
  readonly outdated: boolean;
  /** Why the last query failed; `null` once one succeeded. */
  readonly error: Error | null;
  /** A query is under way. */
  readonly loading: boolean;
  /** It has been for longer than a reader should have to wonder about. */
  readonly late: boolean;
  /** When `frame` came, by this machine's clock, ms. */
  readonly receivedAt: number;
  /** When it is tried again while automatic refresh is on, after an error or where it is late; else `Infinity`. */
  readonly retryAt: number;
}

/** A standing need: answers come to its listener until it is closed. */
export interface Watch {
  /** Replaces the need; the same need changes nothing. */
  update(need: Need): void;
  /** Asks nothing while false: the chart has no place in the layout. True at first. */
  setActive(active: boolean): void;
  /** Charts in sight are served first. */
  setVisible(visible: boolean): void;
  /** Width of the plot in CSS pixels: the widest one sets the steps. */
  setWidth(pixels: number): void;
  close(): void;
}
