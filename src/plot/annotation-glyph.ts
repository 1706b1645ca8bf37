import type { Glyph } from './annotation-palette.js';

/** The outline of a glyph around a point, in the unit of `radius`. */
export function glyph(shape: Glyph, x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  if (shape === 'dot') path.arc(x, y, radius * 0.8, 0, 2 * Math.PI);
  else if (shape === 'square') path.rect(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6);
  else {
    const corners = CORNERS[shape];
    corners.forEach(([dx, dy], i) => path[i ? 'lineTo' : 'moveTo'](x + dx * radius, y + dy * radius));
    path.closePath();
  }
  return path;
}

const CORNERS: Readonly<Record<'diamond' | 'up' | 'down', readonly (readonly [number, number])[]>> = {
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  up: [
    [0, -0.9],
    [1, 0.8],
    [-1, 0.8],
  ],
  down: [
    [0, 0.9],
    [1, -0.8],
    [-1, -0.8],
  ],
};
