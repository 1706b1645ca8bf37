import { WORDS } from '../core/index.js';
import type { PlotLayout } from './layout.js';

/** CSS pixels: the sample, and from the unit to it and from it to the words. */
export const SWATCH = 16;
const APART = 20;
const GAP = 6;

/**
 * Where the name of earlier marks stands after the unit over the axis, device pixels from the left edge: its sample, its
 * words and their end. `context` has the font.
 */
export function earlierNameAt(
  { spec, yLabels }: PlotLayout,
  context: CanvasRenderingContext2D,
  ratio: number,
): { readonly sample: number; readonly words: number; readonly end: number } {
  const unit = spec.y.per ? WORDS.per(yLabels.unitLabel, spec.y.per) : yLabels.unitLabel;
  const sample = context.measureText(unit).width + (unit ? APART : 1) * ratio;
  const words = sample + (SWATCH + GAP) * ratio;
  return { sample, words, end: words + context.measureText(spec.earlier?.title ?? '').width };
}
