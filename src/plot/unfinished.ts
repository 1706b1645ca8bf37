import { clipTo, type Box } from './clip-to.js';
import { hatch } from './hatch.js';

/** CSS pixels between the lines of the hatch. */
const HATCH = 5;

/** The look of a step that still fills: pale, and hatched where it has an area. */
export function paintUnfinished(
  context: CanvasRenderingContext2D,
  shape: Path2D,
  color: string,
  box: Box,
  ratio: number,
): void {
  context.save();
  clipTo(context, box);
  context.fillStyle = context.strokeStyle = color;
  context.globalAlpha = 0.45;
  context.fill(shape);
  context.clip(shape);
  context.globalAlpha = 0.9;
  context.lineWidth = ratio;
  hatch(context, box, HATCH * ratio);
  context.restore();
}
