/** A rectangle of cells of one strength, device pixels. */
export interface HeatCell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 1 for the least to `LEVELS` for the most. */
  readonly level: number;
}

/** Strengths of the colour. */
export const LEVELS = 12;

/** The strength for a count: by its root, so that the few still differ beside the many. 0 is an empty cell. */
export const levelOf = (count: number, most: number): number =>
  count > 0 ? Math.max(1, Math.min(LEVELS, Math.ceil(Math.sqrt(count / most) * LEVELS))) : 0;

export interface CellGrid {
  readonly counts: ArrayLike<number>;
  /** Buckets of a step. */
  readonly width: number;
  readonly most: number;
  /** The first row that is shown and the end of the last. */
  readonly rows: readonly [number, number];
  /** Where a step begins and ends. */
  readonly left: (index: number) => number;
  readonly right: (index: number) => number;
  /** Lower edge of a row. */
  readonly y: (row: number) => number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** Less than this, CSS pixels, is no row: several buckets are drawn as one. */
const LEAST = 2;
/** From this size on, CSS pixels, cells stand apart by one. */
const APART = 7;

/** The filled cells of the steps `first..last`, on whole device pixels. Of the steps on one pixel the fullest counts. */
export function heatCells(grid: CellGrid, first: number, last: number): HeatCell[] {
  const { counts, width, most, y, ratio } = grid;
  const [low, high] = grid.rows;
  const height = y(low) - y(low + 1);
  const group = Math.max(1, Math.ceil((LEAST * ratio) / height - 1e-9));
  const cells: HeatCell[] = [];
  for (let i = first; i <= last; i++) {
    const left = Math.round(grid.left(i));
    const begin = i;
    while (i < last && Math.round(grid.left(i + 1)) === left) i++;
    const wide = Math.max(1, Math.round(grid.right(i)) - left);
    const gapX = wide >= APART * ratio ? Math.round(ratio) : 0;
    for (let row = low; row < high; row += group) {
      const end = Math.min(high, row + group);
      let count = 0;
      for (let step = begin; step <= i; step++) {
        let sum = 0;
        for (let b = row; b < end; b++) sum += counts[step * width + b] || 0;
        if (sum > count) count = sum;
      }
      const level = levelOf(count, most);
      if (level === 0) continue;
      const top = Math.round(y(end));
      const tall = Math.max(1, Math.round(y(row)) - top);
      const gapY = tall >= APART * ratio ? Math.round(ratio) : 0;
      cells.push({ left, top: top + gapY, width: wide - gapX, height: tall - gapY, level });
    }
  }
  return cells;
}
