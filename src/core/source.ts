import type { Frame } from './frame/frame.js';
import type { FrameRequest } from './request.js';

declare global {
  // Merged with the platform's own where there is one; `core` itself knows no platform.
  interface AbortSignal {
    readonly aborted: boolean;
  }
}

export interface QueryContext {
  /** Aborted when nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
  /** Whether a chart in sight waits for it, as of now; a source that lets questions wait takes those first. */
  readonly urgent?: () => boolean;
}

/** A replica that the source knows of. */
export interface ReplicaDescription {
  readonly name: string;
  /** As in the metric `replica-states`, if known. */
  readonly state?: string;
}

/** What a source can answer; every part may be left out when it is not known. */
export interface SourceDescription {
  /** Names of the metrics that it has; a panel without its metric says so or stays away. */
  readonly metrics?: readonly string[];
  readonly replicas?: readonly ReplicaDescription[];
  /** The finest step that makes sense, ms: a scrape interval, say. */
  readonly minStep?: number;
}

/** Where frames come from. */
export interface Source {
  /**
   * What names the same data in every window of an origin: windows that refresh data of one key take turns. By default
   * it is the path of the page.
   */
  readonly key?: string;
  /**
   * How many questions it is asked at a time; six by default. `Infinity` says that it knows by itself how many requests
   * it makes of them.
   */
  readonly concurrency?: number;
  /** Rejects with an error whose message says what was asked, what came back and what to do. */
  query(request: FrameRequest, context: QueryContext): Promise<Frame>;
  describe?(context: QueryContext): Promise<SourceDescription>;
  /** Calls `listener` when there is newer data than was asked for; returns how to stop that. */
  subscribe?(listener: () => void): () => void;
}

/** Rows of one series: a time (ms or ISO 8601) and a value; `null` is missing. */
export type Row = readonly [time: number | string, value: number | null];
export interface RowObject {
  readonly time: number | string;
  readonly value: number | null;
}

/**
 * What a plain function may return: a frame, rows, or rows by the value of the metric's first label; `null` where it does
 * not have the metric.
 */
export type SimpleAnswer =
  null | Frame | readonly (Row | RowObject)[] | Readonly<Record<string, readonly (Row | RowObject)[]>>;

/** A plain function is a source. */
export type SourceFunction = (request: FrameRequest, context: QueryContext) => SimpleAnswer | Promise<SimpleAnswer>;
