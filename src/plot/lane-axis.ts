import type { MarkPainters } from './painter.js';

/** Height of the narrowest lane, in sizes of the font. */
const LEAST = 1.85;
/** What stands above and below the lanes, in sizes of the font: the unit's line, the time labels. */
const AROUND = 5.6;

/** How many whole lanes find room; the others are scrolled to. */
export const lanesInView = (count: number, height: number, size: number): number =>
  // What is rounded up to a height in CSS pixels holds as many as it was made for.
  Math.max(1, Math.min(count, Math.floor((height - AROUND * size) / (LEAST * size) + 1e-6)));

/** CSS pixels: the height in which so many find room. */
export const heightOfLanes = (count: number, size: number): number => Math.ceil((AROUND + LEAST * count) * size);

/**
 * Lanes from top to bottom: the lane `i` stands between `-i` and `-(i + 1)`, its name beside its middle. Scrolled they
 * move by whole lanes: one that is cut in view has no room for its name and its words.
 */
export const laneAxis: NonNullable<MarkPainters['axis']> = ({ lanes }, { scrolled = 0 }, room) => {
  if (!lanes) return null;
  const rows = lanesInView(lanes.length, room.height, room.size);
  const first = Math.round(scrolled * Math.max(0, lanes.length - rows));
  const named = lanes.slice(first, first + rows).map((_, i) => first + i);
  return {
    y: { min: -(first + rows), max: -first + 0, step: 1, ticks: named.map((i) => -(i + 0.5)) },
    yLabels: { labels: named.map((i) => fit(lanes[i]?.name ?? '', room.most, room.measure)), unitLabel: '' },
  };
};

/** The text, or its beginning and end where it is too wide: replicas of one deployment differ in their ends. */
function fit(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text;
  let kept = Math.min(text.length, 200) - 1;
  const cut = (): string => `${text.slice(0, Math.floor(kept / 2))}…${text.slice(text.length - Math.ceil(kept / 2))}`;
  while (kept > 1 && measure(cut()) > most) kept--;
  return cut();
}
