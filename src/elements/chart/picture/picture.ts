import { formatOffset, formatRange, MENU_WORDS } from '../../../core/index.js';
import { heatColors, MARK_KINDS, paintOnto, roleStyle, type Plot } from '../../../plot/index.js';
import type { LegendEntry } from '../legend.js';
import { cutText, LABEL_START, placeEntries, SWATCH } from './picture-layout.js';

/** Device pixels of a picture for each CSS pixel. */
const SCALE = 2;
/** CSS pixels. */
const PADDING = 16;
const LINE_HEIGHT = 1.5;

export interface PictureEntry extends LegendEntry {
  readonly color: string;
}

/** What stands on a picture beside the plot. */
export interface PictureText {
  readonly heading: string;
  /** Which part of the data it shows; '' where it is all. */
  readonly part: string;
  /** The names of the marks that are switched on. */
  readonly entries: readonly PictureEntry[];
  readonly family: string;
  /** CSS pixels. */
  readonly size: number;
  readonly text: string;
  readonly muted: string;
  readonly card: string;
}

/** A chart as PNG: title and time range over the plot, legend below it. Throws in words where nothing is drawn yet. */
export async function picture(plot: Plot, texts: PictureText): Promise<Blob> {
  const { canvas, layout } = plot;
  const context = document.createElement('canvas').getContext('2d');
  if (!canvas || !layout || !context) throw new Error(MENU_WORDS.nothingDrawn);
  const { clientWidth: width, clientHeight: height } = canvas;
  const { size, family, text, muted, card, heading, part } = texts;
  const row = size * LINE_HEIGHT;
  const font = `${size}px ${family}`;
  const measure = (some: string): number => context.measureText(some).width;
  context.font = font;
  const legend = placeEntries(texts.entries, width, row, measure);
  const top = PADDING + (part ? 3 : 2) * row + PADDING / 2;
  const { range, timezone, locale } = layout.view;

  context.canvas.width = SCALE * (width + 2 * PADDING);
  context.canvas.height = SCALE * (top + height + legend.height + PADDING);
  context.scale(SCALE, SCALE);
  context.textBaseline = 'middle';
  context.fillStyle = text;
  context.font = `600 ${font}`;
  context.fillText(cutText(heading, width, measure), PADDING, PADDING + row / 2);
  context.font = font;
  context.fillStyle = muted;
  const span = formatRange(range, timezone, locale, layout.spec.now || undefined);
  const when = `${span} · ${timezone} (${formatOffset(range.from, timezone, locale)})`;
  context.fillText(cutText(when, width, measure), PADDING, PADDING + 1.5 * row);
  context.fillText(cutText(part, width, measure), PADDING, PADDING + 2.5 * row);

  context.save();
  context.translate(PADDING, top);
  paintOnto(plot, context);
  context.translate(0, height);
  for (const { entry, x, y } of legend.placed) {
    paintSwatch(context, entry, x, y + row / 2, card);
    context.fillStyle = text;
    context.fillText(cutText(entry.label, width - LABEL_START, measure), x + LABEL_START, y + row / 2);
  }
  context.restore();
  // Under all that is drawn: a plot clears its place before it draws.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = card;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  return new Promise((resolve, reject) => {
    context.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(MENU_WORDS.noPicture))), 'image/png');
  });
}

/** A dot for what is filled, the scale of a heatmap, else a piece of the line with its dash. */
function paintSwatch(context: CanvasRenderingContext2D, entry: PictureEntry, x: number, y: number, card: string): void {
  const { width = 1.5, dash = [] } = roleStyle(entry.role);
  const { filled, swatch } = MARK_KINDS[entry.kind];
  context.beginPath();
  context.fillStyle = context.strokeStyle = entry.color;
  if (filled || swatch === 'dot') {
    context.arc(x + SWATCH - 6, y, 6, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  if (swatch === 'scale') {
    const scale = context.createLinearGradient(x, 0, x + SWATCH, 0);
    heatColors(entry.color, card).forEach((color, i, all) => scale.addColorStop(i / (all.length - 1), color));
    context.fillStyle = scale;
    context.fillRect(x, y - 6, SWATCH, 12);
    return;
  }
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.moveTo(x, y);
  context.lineTo(x + SWATCH, y);
  context.stroke();
  context.setLineDash([]);
}
