/** One entry of the legend in a picture, CSS pixels from its left and top. */
export interface PlacedEntry<Entry> {
  readonly entry: Entry;
  readonly x: number;
  readonly y: number;
}

/** CSS pixels. */
export const SWATCH = 18;
const SWATCH_GAP = 6;
const ENTRY_GAP = 16;

/** Puts entries into centred rows no wider than `width`; the height is that of all rows. */
export function placeEntries<Entry extends { readonly label: string }>(
  entries: readonly Entry[],
  width: number,
  rowHeight: number,
  measure: (text: string) => number,
): { readonly placed: readonly PlacedEntry<Entry>[]; readonly height: number } {
  const rows: { items: { entry: Entry; x: number }[]; width: number }[] = [];
  for (const entry of entries) {
    const wide = Math.min(width, SWATCH + SWATCH_GAP + measure(entry.label));
    let row = rows.at(-1);
    if (!row || row.width + ENTRY_GAP + wide > width) rows.push((row = { items: [], width: -ENTRY_GAP }));
    row.items.push({ entry, x: row.width + ENTRY_GAP });
    row.width += ENTRY_GAP + wide;
  }
  const placed = rows.flatMap((row, i) =>
    row.items.map(({ entry, x }) => ({ entry, x: x + (width - row.width) / 2, y: i * rowHeight })),
  );
  return { placed, height: rows.length * rowHeight };
}

/** Where the name of an entry begins, CSS pixels from its own left. */
export const LABEL_START = SWATCH + SWATCH_GAP;

/** A text no wider than `width`, cut with an ellipsis where it has to be. */
export function cutText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle)}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}
