import {
  formatStretch,
  goesOn,
  isFailure,
  LIFE_WORDS,
  replicaStarts,
  stateName,
  type Interval,
  type KnownTime,
} from '../../core/index.js';
import type { LaneNote, PlotLane } from '../../plot/index.js';

/**
 * The same intervals, with what a reader has to see: restarts, failures, starts that came to nothing. `timed` also notes
 * how long each start took.
 */
export function laneNotes(intervals: readonly Interval[], known: KnownTime, timed: boolean): PlotLane['intervals'] {
  const notes = new Map<number, LaneNote>();
  intervals.forEach(({ state }, i) => {
    const before = goesOn(intervals, i) ? intervals[i - 1]?.state : undefined;
    if (isFailure(state)) notes.set(i, { glyph: 'failed', words: [stateName(state)] });
    else if (state === 'running' && before !== undefined && isFailure(before))
      notes.set(i, { glyph: 'restart', words: [LIFE_WORDS.restarted] });
  });
  for (const { from, readyAt, cut, open, again, first, end } of replicaStarts(intervals, known)) {
    if (again) notes.set(first, { glyph: 'restart', words: [] });
    if (readyAt !== null) {
      const took = timed && !cut ? [LIFE_WORDS.readyIn(formatStretch(readyAt - from))] : [];
      const words = again ? [[LIFE_WORDS.restarted, ...took].join(', '), LIFE_WORDS.restarted] : took;
      if (words.length > 0) notes.set(end, { words });
    } else if (!open) {
      const failed = goesOn(intervals, end) ? notes.get(end) : undefined;
      if (failed?.glyph === 'failed')
        notes.set(end, {
          ...failed,
          words: [`${failed.words.join(', ')}, ${LIFE_WORDS.neverReady}`, LIFE_WORDS.neverReady],
        });
      else notes.set(end - 1, { ...notes.get(end - 1), ...NEVER });
    }
  }
  return notes.size === 0 ? intervals : intervals.map((one, i) => ({ ...one, note: notes.get(i) }));
}

const NEVER: LaneNote = { glyph: 'never', atEnd: true, words: [LIFE_WORDS.neverReady] };
