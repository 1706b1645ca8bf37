/** A text beside the end of a line. */
export interface EndLabel {
  readonly text: string;
  readonly color: string;
  /** Where the line ends, device pixels. */
  readonly y: number;
}

/** Moves labels apart by at least `height`, inside `[top, bottom]`, as little as that allows; keeps their order. */
export function spread(labels: readonly EndLabel[], height: number, top: number, bottom: number): EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let floor = top + height / 2;
  const placed = sorted.map((label) => {
    const y = Math.max(label.y, floor);
    floor = y + height;
    return { ...label, y };
  });
  let ceiling = bottom - height / 2;
  for (let i = placed.length - 1; i >= 0; i--) {
    const label = placed[i];
    if (!label) continue;
    if (label.y > ceiling) placed[i] = { ...label, y: ceiling };
    ceiling = Math.min(label.y, ceiling) - height;
  }
  return placed;
}
