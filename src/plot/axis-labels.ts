/** A label of the time axis at its place, device-independent pixels from the left edge of the canvas. */
export interface PlacedLabel {
  readonly x: number;
  readonly text: string;
  /** The coarser unit, in a second line; empty where it does not change. */
  readonly context: string;
}

const GAP = 8;

/**
 * The labels that fit: none is cut at an edge, none touches another. What does not fit is left out; a coarser unit
 * stands at the next label then, for which it holds as well.
 */
export function fitLabels(labels: readonly PlacedLabel[], width: number, measure: (text: string) => number): string[] {
  let textEnd = 0;
  let contextEnd = 0;
  let owed = '';
  return labels.map(({ x, text, context }) => {
    const place = (word: string, end: number): number | null => {
      const half = measure(word) / 2;
      return x - half < end || x + half > width ? null : x + half + GAP;
    };
    owed = context || owed;
    const afterText = place(text, textEnd);
    if (afterText === null) return '';
    textEnd = afterText;
    const afterContext = owed ? place(owed, contextEnd) : null;
    if (afterContext === null) return text;
    contextEnd = afterContext;
    const line = owed;
    owed = '';
    return `${text}\n${line}`;
  });
}
