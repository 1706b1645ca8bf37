import { isLocalTime } from '../time/zone.js';
import { formatOffset, formatTime } from './format-time.js';

/** As `formatTime`, and the zone's offset where the browser's own clock shows another time: `24 Nov, 10:20 GMT+1`. */
export function formatZoned(time: number, zone: string, locale: string | undefined, step: number): string {
  const text = formatTime(time, zone, locale, step);
  if (isLocalTime(time, zone)) return text;
  return `${text} ${formatOffset(time, zone, locale)}`;
}
