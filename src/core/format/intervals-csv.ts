import { csvCell } from './csv.js';
import { SECOND } from '../time/duration.js';
import { formatIso } from './format-iso.js';
import type { IntervalsFrame } from '../frame/frame.js';

/**
 * The intervals of all lanes as CSV, after one line of comment that says the range of the frame: what touches its ends
 * may have begun earlier or last longer. Times are ISO 8601 with the offset of the zone, lengths are in seconds.
 */
export function intervalsCsv({ range, lanes }: Pick<IntervalsFrame, 'range' | 'lanes'>, zone = 'UTC'): string {
  const time = (ms: number): string => formatIso(ms, zone);
  const rows = lanes.flatMap(({ name, intervals }) =>
    intervals.map(({ from, to, state }) =>
      [time(from), time(to), csvCell(name), csvCell(state), (to - from) / SECOND].join(),
    ),
  );
  return [`# range: ${time(range.from)}/${time(range.to)}`, 'from,to,replica,state,seconds', ...rows, ''].join('\n');
}
