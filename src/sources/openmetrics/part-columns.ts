import type { Part } from '../profiles/profile.js';
import { counterColumns } from './counter-columns.js';
import { histogramColumns, summaryColumns } from './distribution-columns.js';
import { gaugeColumns } from './gauge-columns.js';
import type { Column, Place } from './place.js';

/** The lines of a part. */
export async function columnsOf(part: Part, place: Place): Promise<readonly Column[]> {
  // A limit, say, is never split by replica.
  const whole = 'series' in part;
  const at = whole ? { ...place, request: { ...place.request, by: [] } } : place;
  switch (part.type) {
    case 'counter':
      return counterColumns(part, at);
    case 'gauge':
      return gaugeColumns(part, at);
    case 'histogram':
      return histogramColumns(part, at);
    case 'summary':
      return summaryColumns(part, at);
    case 'constant':
    case 'expression':
    case 'states':
      return [];
  }
}
