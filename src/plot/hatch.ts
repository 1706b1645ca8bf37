import type { Box } from './clip-to.js';

/** Strokes rising lines over a box, one every `distance`, all in device pixels; they go past its sides. */
export function hatch(context: CanvasRenderingContext2D, { left, top, width, height }: Box, distance: number): void {
  const bottom = top + height;
  context.beginPath();
  for (let x = left - height; x < left + width; x += distance) {
    context.moveTo(x, bottom);
    context.lineTo(x + height, top);
  }
  context.stroke();
}
