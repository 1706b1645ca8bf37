import { formatTime, MENU_WORDS, SECOND, stateName, WORDS, type Interval } from '../../../core/index.js';
import type { PlotSpec, PlotView } from '../../../plot/index.js';
import { knownSpan, spanWords } from '../cursor/span-words.js';
import { pageOf, zoneNote, type TablePage } from './table-rows.js';

interface Stay {
  readonly replica: string;
  readonly interval: Interval;
  /** Index of the interval among those of its lane. */
  readonly nth: number;
}

/** The intervals in view of the states that are switched on, lane by lane, one a row; texts are made for this page alone. */
export function lanePage(spec: PlotSpec, { range, timezone, locale, hidden }: PlotView, wanted: number): TablePage {
  const stays = (spec.lanes ?? []).flatMap(({ name, intervals }) =>
    intervals.flatMap((interval, nth): Stay[] => {
      const seen = interval.from < range.to && interval.to > range.from && !hidden.has(interval.state);
      return seen ? [{ replica: name, interval, nth }] : [];
    }),
  );
  const time = (ms: number): string => formatTime(ms, timezone, locale, SECOND);
  const row = ({ replica, interval, nth }: Stay): readonly string[] => {
    const known = knownSpan(spec, interval, nth);
    const { from, to, state } = interval;
    return [replica, stateName(state), time(from), known.ended ? time(to) : WORDS.missing, spanWords(interval, known)];
  };
  const { replica, state, from, to, duration } = MENU_WORDS;
  const zone = zoneNote(range, timezone, locale);
  return pageOf(zone, [replica, state, from, to, duration], stays.length, wanted, (index) => {
    const stay = stays[index];
    return stay ? row(stay) : [];
  });
}
