import type { Frame, TimeRange } from '../core/index.js';

/** What `ie-range-change` tells. */
export interface RangeChange {
  readonly range: TimeRange;
  /** As the attribute `range` would be written. */
  readonly text: string;
}

/** What `ie-replicas-change` tells. */
export interface ReplicasChange {
  /** Those that are shown; `null` means all replicas. */
  readonly replicas: readonly string[] | null;
  /** Those that are left out, where all others are shown, also those that come later; else `null`. */
  readonly except: readonly string[] | null;
}

/** What `ie-view-change` tells. */
export interface ViewChange {
  readonly view: string;
}

/** What `ie-refresh` tells: the source is about to be asked for new data. */
export interface Refreshing {
  /** By the clock, not by a hand or a script. */
  readonly automatic: boolean;
}

/** What `ie-cursor` tells, ms: where the cursor is, and where it is pinned; `null` while it is not. */
export interface CursorMove {
  readonly time: number | null;
  readonly pinned: number | null;
}

/** What `ie-data` tells: a chart shows this frame now. */
export interface DataShown {
  readonly frame: Frame;
}

/** What `ie-error` tells, in words for the reader. */
export interface Failure {
  readonly error: Error;
}

/** All events of the elements and what they tell; they bubble, and leave shadow roots. */
export interface EventDetails {
  'ie-range-change': RangeChange;
  'ie-replicas-change': ReplicasChange;
  'ie-view-change': ViewChange;
  'ie-refresh': Refreshing;
  'ie-cursor': CursorMove;
  'ie-data': DataShown;
  'ie-error': Failure;
}

/** An event of this library by its name, for a listener's own type. */
export type IeEvent<Name extends keyof EventDetails> = CustomEvent<EventDetails[Name]>;

type IeEventMap = { [Name in keyof EventDetails]: IeEvent<Name> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Merged into the platform's own.
  interface GlobalEventHandlersEventMap extends IeEventMap {}
}
