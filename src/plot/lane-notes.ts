import { glyphRadius, type PlacedBar } from './lane-glyphs.js';
import type { Theme } from './theme.js';

/** CSS pixels from a bar or its glyph to the word beside it. */
const GAP = 5;

/** The glyph of a bar, and beside it the first of its words for which the lane has room. The font has to be set. */
export function paintLaneNote(
  context: CanvasRenderingContext2D,
  { left, top, width, height, note, room = 0, glyphAt }: PlacedBar,
  words: readonly string[],
  theme: Theme,
  ratio: number,
): void {
  if (!note) return;
  const { glyph } = note;
  const radius = glyphRadius(height, ratio);
  const middle = top + height / 2;
  if (glyph && glyphAt !== null) paintGlyph(context, glyph, glyphAt, middle, radius, theme, ratio);
  const begin = Math.max(left + width, glyphAt === null ? 0 : glyphAt + radius) + GAP * ratio;
  const word = words.find((one) => begin + context.measureText(one).width <= room);
  if (word === undefined) return;
  context.fillStyle = theme.text;
  context.fillText(word, begin, middle + ratio / 2);
}

function paintGlyph(
  context: CanvasRenderingContext2D,
  glyph: 'restart' | 'failed' | 'never',
  x: number,
  y: number,
  radius: number,
  { card, text }: Theme,
  ratio: number,
): void {
  context.save();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = card;
  context.fill();
  context.strokeStyle = text;
  context.lineWidth = ratio;
  context.stroke();
  context.lineWidth = 1.5 * ratio;
  context.lineCap = 'round';
  const r = radius * 0.5;
  context.beginPath();
  if (glyph === 'failed') {
    context.moveTo(x - r, y - r);
    context.lineTo(x + r, y + r);
    context.moveTo(x + r, y - r);
    context.lineTo(x - r, y + r);
  } else if (glyph === 'never') {
    context.moveTo(x, y - r * 1.2);
    context.lineTo(x, y + r * 0.2);
    context.moveTo(x, y + r * 1.2);
    context.lineTo(x, y + r * 1.2);
  } else {
    context.arc(x, y, r, -0.3 * Math.PI, 1.3 * Math.PI);
    context.moveTo(x - r * 1.1, y - r * 1.1);
    context.lineTo(x - r * 0.5, y - r * 0.8);
    context.lineTo(x - r * 0.8, y - r * 0.1);
  }
  context.stroke();
  context.restore();
}
