import {
  formatClock,
  formatStretch,
  goesOn,
  knownTime,
  LIFE_WORDS,
  MINUTE,
  replicaStarts,
  stateName,
  type Interval,
  type ReplicaStart,
} from '../../../core/index.js';
import type { PlotLane, PlotLayout } from '../../../plot/index.js';
import { knownSpan, spanWords, stateAndSpan } from '../cursor/span-words.js';
import { plain, type TooltipRow } from '../cursor/tooltip-rows.js';

/** States of one life that are told one by one: a replica that crashes in a loop has hundreds. */
const MOST_STATES = 7;
const MOST_STARTS = 2;

/**
 * The life of a replica around a step, as far as it was there without a gap: how long each state took, and each start.
 * Where the range cuts something off it says `at least`, and what lasts `since` when. Empty where it was not there.
 */
export function lifeRows({ spec, shown, view }: PlotLayout, lane: PlotLane, from: number, to: number): TooltipRow[] {
  const { intervals } = lane;
  let at = intervals.length - 1;
  while (at >= 0 && !within(intervals[at], from, to)) at--;
  if (at < 0) return [];
  let first = at;
  while (goesOn(intervals, first)) first--;
  let last = at;
  while (goesOn(intervals, last + 1)) last++;
  const known = knownTime(spec);
  const clock = (time: number): string => formatClock(time, view.timezone, view.locale, Math.min(spec.step, MINUTE));
  const spanOf = (one: Interval, nth: number): string =>
    spanWords(one, knownSpan(spec, one, nth), (span) => LIFE_WORDS.since(clock(one.from), span));
  const row = (one: Interval, nth: number): TooltipRow => ({
    mark: shown.find(({ key }) => key === one.state) ?? null,
    label: stateName(one.state),
    value: spanOf(one, nth),
    share: '',
  });
  const begin = Math.max(first, Math.min(last + 1 - MOST_STATES, at - 2));
  const states = intervals
    .slice(begin, Math.min(last + 1, begin + MOST_STATES))
    .map((one, nth) => row(one, begin + nth));
  const starts = replicaStarts(intervals, known).filter((one) => one.first >= first && one.first <= last);
  const present = intervals[at];
  return [
    plain(lane.name, present ? stateAndSpan(spec, lane, present) : ''),
    ...(begin > first ? [plain(LIFE_WORDS.earlier(begin - first))] : []),
    ...states,
    ...starts.slice(-MOST_STARTS).map((start) => startRow(start, known.until)),
  ];
}

const within = (one: Interval | undefined, from: number, to: number): boolean =>
  one !== undefined && one.from < to && one.to > from;

function startRow({ from, readyAt, cut, open, again }: ReplicaStart, until: number): TooltipRow {
  const label = again ? LIFE_WORDS.afterRestart : LIFE_WORDS.timeToReady;
  if (readyAt === null && !open) return plain(label, LIFE_WORDS.neverReady);
  const span = formatStretch((readyAt ?? until) - from);
  if (readyAt === null) return plain(label, LIFE_WORDS.notYet(span));
  return plain(label, cut ? LIFE_WORDS.atLeast(span) : span);
}
