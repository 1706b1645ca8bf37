import type { LaneBar } from './lane-path.js';

/** A bar with the place of what is drawn at it, device pixels. */
export interface PlacedBar extends LaneBar {
  /** Middle of its glyph; `null` where it has none, or none that finds room beside the one before. */
  readonly glyphAt: number | null;
  /** From where to where its words may stand, clear of all glyphs. */
  readonly wordsFrom: number;
  readonly wordsTo: number;
}

/** CSS pixels: the radius of a glyph, from it to its word, from a bar's edge to its name. */
const RADIUS = 6.5;
const GAP = 5;
const PADDING = 6;

/** Device pixels: the radius of a glyph in a bar so high. */
export const glyphRadius = (height: number, ratio: number): number => Math.min(RADIUS * ratio, height / 2);

/** Places the glyphs of all bars, by state: none lies on another one of its lane, nor on words. */
export function placeGlyphs(
  bars: ReadonlyMap<string, readonly LaneBar[]>,
  ratio: number,
): ReadonlyMap<string, readonly PlacedBar[]> {
  const placed = new Map<string, PlacedBar[]>(Array.from(bars.keys(), (state) => [state, []]));
  const all = Array.from(bars, ([state, list]) => list.map((bar) => ({ state, bar }))).flat();
  all.sort((a, b) => a.bar.top - b.bar.top || a.bar.left - b.bar.left);
  let top = NaN;
  /** Up to where the glyphs of the lane reach. */
  let taken = -Infinity;
  for (const { state, bar } of all) {
    if (bar.top !== top) taken = -Infinity;
    top = bar.top;
    const radius = glyphRadius(bar.height, ratio);
    const right = bar.left + bar.width;
    const { glyph, atEnd = false } = bar.note ?? {};
    const wished = atEnd ? right : bar.left + radius;
    const glyphAt = glyph && wished - radius >= taken ? wished : null;
    const before = taken;
    if (glyphAt !== null) taken = glyphAt + radius;
    placed.get(state)?.push({
      ...bar,
      glyphAt,
      wordsFrom: Math.max(bar.left + PADDING * ratio, (atEnd ? before : taken) + GAP * ratio),
      wordsTo: glyphAt !== null && atEnd ? glyphAt - radius - GAP * ratio : right - PADDING * ratio,
    });
  }
  return placed;
}
