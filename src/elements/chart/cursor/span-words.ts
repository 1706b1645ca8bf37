import { formatStretch, knownTime, LIFE_WORDS, stateName, type Interval } from '../../../core/index.js';
import type { PlotLane, PlotSpec } from '../../../plot/index.js';

type KnownRange = Pick<PlotSpec, 'range' | 'completeUntil' | 'now'>;

/** How long a state took, as far as it is known. */
export interface KnownSpan {
  /** It may have begun before what is known. */
  readonly cut: boolean;
  /** It ended. */
  readonly ended: boolean;
  /** It goes on now; where it neither ended nor lasts, nobody knows when it ended. */
  readonly lasts: boolean;
}

/** What is known of the length of an interval, the `nth` of its lane. */
export function knownSpan(spec: KnownRange, { from, to }: Interval, nth: number): KnownSpan {
  const { range, now = 0 } = spec;
  const ended = to < knownTime(spec).until;
  // The range ends in the past: what it did afterwards is not known.
  return { cut: nth === 0 && from <= range.from, ended, lasts: !ended && now <= range.to };
}

/** The length of an interval in words; `lasting` words one that goes on and whose beginning is known. */
export function spanWords(
  { from, to }: Interval,
  { cut, ended, lasts }: KnownSpan,
  lasting: (span: string) => string = LIFE_WORDS.lasting,
): string {
  const span = formatStretch(to - from);
  if (lasts) return cut ? LIFE_WORDS.soFar(span) : lasting(span);
  return cut || !ended ? LIFE_WORDS.atLeast(span) : span;
}

/** A state of a lane and how long it took, where there is no room to say that it goes on: `running at least 59 min`. */
export function stateAndSpan(spec: KnownRange, { intervals }: PlotLane, one: Interval): string {
  const { cut, ended, lasts } = knownSpan(spec, one, intervals.indexOf(one));
  return `${stateName(one.state)} ${spanWords(one, { cut, ended: ended || lasts, lasts: false })}`;
}
