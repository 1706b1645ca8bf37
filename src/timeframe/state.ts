import type { Source, TimeRange } from '../core/index.js';
import type { ViewChoice } from './views.js';

/** A replica and its place in the palette: given at first sight, never given to another. */
export interface ReplicaSlot {
  readonly name: string;
  readonly slot: number;
}

/** Replicas by name, or all but some, also those that come later; `null` for all. */
export type ReplicaChoice = readonly string[] | { readonly except: readonly string[] } | null;

/** What was chosen, as plain data that JSON keeps: what `getState()` gives and `setState()` takes again. */
export interface SavedState {
  /** As the attribute `range`. */
  readonly range: string;
  readonly replicas: ReplicaChoice;
  /** The one that was asked for; '' for the first. */
  readonly view: string;
  /** As the attribute `refresh`. */
  readonly refresh: string;
  /** As the attribute `compare`; '' for nothing. */
  readonly compare: string;
}

/**
 * Called before a wish of `request()` comes true, with what would be shown: another range, other replicas, another view;
 * and with `null` before a refresh asks the source, `automatic` where that is by the clock. `false` refuses it.
 */
export type Guard = (next: TimeframeState | null, automatic?: boolean) => boolean;

/** What all elements of a time frame share; replaced as a whole, never changed in place. */
export interface TimeframeState {
  /** What is shown, ms. */
  readonly range: TimeRange;
  /** The same as text: `1h` while it follows the clock, else `FROM/TO` in ISO 8601. */
  readonly rangeText: string;
  /** True while the range follows the clock. */
  readonly relative: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** ms between refreshes; `null` while automatic refresh is off. */
  readonly refresh: number | null;
  /** The same as it was asked for: `30s`, `auto`, `live` or `off`. */
  readonly refreshText: string;
  /** The replicas that are shown; `null` means all. */
  readonly replicas: readonly string[] | null;
  /** Those that are left out, where the choice is all others, also those that come later; else `null`. */
  readonly except: readonly string[] | null;
  readonly knownReplicas: readonly ReplicaSlot[];
  /** Width of a step for lines and areas, ms. */
  readonly lineStep: number;
  /** Width of a step for bars, ms: a rung of the ladder at or above `lineStep`. */
  readonly barStep: number;
  /** Name of the view that is shown: the one asked for, or the first where the page has no such view. */
  readonly view: string;
  /** The views of the page, in its order; none where it is one whole. */
  readonly views: readonly ViewChoice[];
  /** Names of the metrics that the source says it has; `null` where it does not say, `undefined` until it has. */
  readonly metrics: readonly string[] | null | undefined;
  /** What the range is compared with: `1d`, `previous`; '' for nothing. */
  readonly compare: string;
  /** An IANA name or `UTC`. */
  readonly timezone: string;
  /** A BCP 47 tag; `undefined` is the browser's. */
  readonly locale: string | undefined;
  readonly source: Source | null;
  /** A setting is not understood; the one before still holds. */
  readonly problem: Error | null;
  /** A gesture is on: what arrives meanwhile waits for its end. */
  readonly brushing: boolean;
  /** What a gesture shows meanwhile, out of what is known, ms; `null` while none moves the range. */
  readonly preview: TimeRange | null;
  /** The source's clock at its last answer, or this machine's before that, ms. */
  readonly now: number;
}

/** What an element may ask of the time frame. */
export type TimeframeRequest =
  /** A gesture begins; it ends by `zoom` or `cancel`. */
  | { readonly type: 'brush' }
  /** A gesture moves the range: it is shown at once, and asked for at the end, which is `zoom` or `cancel` as well. */
  | { readonly type: 'preview'; readonly range: TimeRange }
  | { readonly type: 'cancel' }
  /** Shows a fixed range and remembers the one before. */
  | { readonly type: 'zoom'; readonly range: TimeRange }
  /** Shows a range from text, and remembers the one before. */
  | { readonly type: 'range'; readonly text: string }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  | { readonly type: 'home' }
  | { readonly type: 'replicas'; readonly replicas: ReplicaChoice }
  | { readonly type: 'view'; readonly view: string }
  /** ms, or text as the attribute `refresh` has it; `null` for off. */
  | { readonly type: 'refresh-every'; readonly interval: number | string | null }
  /** Asks for new data now. */
  | { readonly type: 'refresh' };
