import { SECOND } from './time/duration.js';
import { formatSpan } from './format/format-time.js';
import type { Interval, IntervalsFrame } from './frame/frame.js';

/** One way of a replica from its first sign to its first answer. */
export interface ReplicaStart {
  /** ms. */
  readonly from: number;
  /** When it was ready, ms; `null` where it is not, or never was. */
  readonly readyAt: number | null;
  /** It began before what is known: what it took is at least as long as it seems. */
  readonly cut: boolean;
  /** It goes on at the end of what is known. */
  readonly open: boolean;
  /** The replica ran or failed before: a restart. */
  readonly again: boolean;
  /** Its intervals: the first, and the one after its last. */
  readonly first: number;
  readonly end: number;
}

/** From when to when lanes are known, ms: the range of their frame, up to where it is complete. */
export interface KnownTime {
  readonly from: number;
  readonly until: number;
}

export const knownTime = ({ range, completeUntil }: Pick<IntervalsFrame, 'range' | 'completeUntil'>): KnownTime => ({
  from: range.from,
  until: Math.min(range.to, completeUntil),
});

const STARTING = new Set(['pending', 'downloading', 'pulling', 'initializing']);
const ENDING = new Set(['failed', 'evicted', 'terminating']);

/** The replica failed, or was taken away while it worked. */
export const isFailure = (state: string): boolean => state === 'failed' || state === 'evicted';

/** Whether the intervals before and at an index meet: the replica was there all the time. */
export function goesOn(intervals: readonly Interval[], index: number): boolean {
  const [before, one] = [intervals[index - 1], intervals[index]];
  return before !== undefined && one !== undefined && before.to >= one.from;
}

/** A length of time (ms) in whole seconds, as far as it has some: `2 min 5 s`. */
export const formatStretch = (ms: number): string => formatSpan(ms < SECOND ? ms : Math.round(ms / SECOND) * SECOND);

/** The starts in the life of a replica, in their order; after a gap it is another one of the same name. */
export function replicaStarts(intervals: readonly Interval[], known: KnownTime): readonly ReplicaStart[] {
  const starts: ReplicaStart[] = [];
  let start: Pick<ReplicaStart, 'from' | 'cut' | 'again' | 'first'> | null = null;
  let worked = false;
  const end = (at: number, readyAt: number | null, open = false): void => {
    if (start) starts.push({ ...start, readyAt, open, end: at });
    start = null;
  };
  intervals.forEach(({ from, state }, i) => {
    if (!goesOn(intervals, i)) {
      end(i, null);
      worked = false;
    }
    if (STARTING.has(state)) start ??= { from, cut: i === 0 && from <= known.from, again: worked, first: i };
    else if (state === 'running') end(i, from);
    else if (ENDING.has(state)) end(i, null);
    worked ||= state === 'running' || isFailure(state);
  });
  end(intervals.length, null, (intervals.at(-1)?.to ?? 0) >= known.until);
  return starts;
}

/** Middle of the times to ready, ms, and of how many; starts that began before what is known are not counted. */
export function medianTimeToReady(starts: readonly ReplicaStart[]): {
  readonly median: number;
  readonly count: number;
} {
  const times = starts
    .flatMap(({ from, readyAt, cut }) => (readyAt === null || cut ? [] : [readyAt - from]))
    .sort((a, b) => a - b);
  const middle = times.length / 2;
  const median = ((times[Math.ceil(middle) - 1] ?? NaN) + (times[Math.floor(middle)] ?? NaN)) / 2;
  return { median, count: times.length };
}
