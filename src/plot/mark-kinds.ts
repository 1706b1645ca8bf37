import type { MarkKind } from './plot-spec.js';

/** What holds for a kind of mark wherever it is shown. */
export interface MarkTraits {
  /** Fills the place of a step: it has no stroke, the cursor marks the step, and its counts are of the step's length. */
  readonly filled?: true;
  /** Stands on the marks before it: together they have a total. */
  readonly stacked?: true;
  /** A line through points: the cursor has a dot on it, and an earlier range is such a line, too. */
  readonly points?: true;
  /** An earlier range is an outline of what it fills. */
  readonly outlined?: true;
  /** Its name stands at its right end, too. */
  readonly named?: true;
  /** A bound of other values: alone it is no data. */
  readonly bound?: true;
  /** What a picture has before its name, where it is neither a dot for what is filled nor a piece of a line. */
  readonly swatch?: 'dot' | 'scale';
}

export const MARK_KINDS: Readonly<Record<MarkKind, MarkTraits>> = {
  'stacked-bars': { filled: true, outlined: true, stacked: true },
  bars: { filled: true, outlined: true },
  line: { points: true, named: true },
  area: { points: true, swatch: 'dot' },
  threshold: { bound: true },
  lanes: { filled: true },
  heatmap: { swatch: 'scale' },
};
