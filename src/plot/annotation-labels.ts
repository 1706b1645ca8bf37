/** A label that wishes to stand beside a moment or in a span; x from the left edge of the data, any one unit. */
export interface WantedLabel {
  readonly text: string;
  readonly from: number;
  /** The same as `from` for a moment. */
  readonly to: number;
  /** Less goes first. */
  readonly rank: number;
  /** It may stand in the first so many rows alone. */
  readonly rows?: number;
  /** It stands over no other moment, whose it would seem to be. */
  readonly own?: boolean;
}

export interface PlacedLabel {
  /** Place in the list that was given. */
  readonly index: number;
  readonly text: string;
  /** Left edge of the text. */
  readonly x: number;
  readonly width: number;
  /** From the top, 0 the first. */
  readonly row: number;
}

/** What is taken of a row, from its left to its right. */
export interface Taken {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** From a line to its label, and between two labels, in widths of an en. */
const GAP = 0.5;

/** Where labels may stand: in a width, in some rows, beside what is taken before; the widest is `most`. */
export interface LabelRoom {
  readonly width: number;
  readonly rows: number;
  readonly most: number;
  readonly before?: readonly Taken[];
}

/**
 * Puts labels right of their moments, or left of them at the right edge, in as many rows as there are, so that none
 * overlaps another. Those without room are left out, the least important first. Longer ones than `most` end in an ellipsis.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  { width, rows, most, before = [] }: LabelRoom,
  measure: (text: string) => number,
): readonly PlacedLabel[] {
  const gap = GAP * measure('n');
  const taken = Array.from({ length: rows }, (_, row): Taken[] => before.filter((one) => one.row === row));
  const placed: PlacedLabel[] = [];
  const moments = wanted.map(({ from }) => from);
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a]?.rank ?? 0) - (wanted[b]?.rank ?? 0) || a - b);
  for (const index of order) {
    const label = wanted[index];
    const text = label ? shorten(label.text, most, measure) : '';
    if (!label || !text) continue;
    const size = measure(text);
    const x = besides(label, size, gap, width);
    const isFree = (others: readonly Taken[]): boolean =>
      others.every(({ from, to }) => x - gap >= to || x + size + gap <= from);
    const over = (at: number): boolean => at !== label.from && at > x - 2 * gap && at < x + size;
    const row = x < 0 || (label.own && moments.some(over)) ? -1 : taken.slice(0, label.rows).findIndex(isFree);
    if (row < 0) continue;
    taken[row]?.push({ row, from: x - gap, to: x + size + gap });
    placed.push({ index, text, x, width: size, row });
  }
  return placed;
}

/** Negative where there is no room. */
function besides({ from, to }: WantedLabel, size: number, gap: number, width: number): number {
  const right = Math.max(0, from) + 2 * gap;
  if (right + size <= width) return right;
  return to > from ? width - size - gap : from - 2 * gap - size;
}

/** What cannot be read anyway is not measured. */
const MOST_CHARACTERS = 120;

function shorten(text: string, most: number, measure: (text: string) => number): string {
  const whole = text.trim().slice(0, MOST_CHARACTERS);
  if (whole.length === text.trim().length && measure(whole) <= most) return whole;
  let kept = whole.length;
  while (kept > 0 && measure(`${whole.slice(0, kept).trimEnd()}…`) > most) kept--;
  return kept > 0 ? `${whole.slice(0, kept).trimEnd()}…` : '';
}
