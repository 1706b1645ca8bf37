import { clipTo } from './clip-to.js';
import { hatch } from './hatch.js';
import { placeGlyphs, type PlacedBar } from './lane-glyphs.js';
import { paintLaneNote } from './lane-notes.js';
import { laneBars, type LaneBar } from './lane-path.js';
import type { MarkPainter, Painter } from './painter.js';
import type { Mark } from './plot-spec.js';
import { uPlot } from './uplot.js';

/** CSS pixels: the narrowest bar where there is room, between the lines of a hatch. */
const LEAST = 2;
const HATCH = 6;
/** From this height on, CSS pixels for each of the font's size, a bar has room for its name. */
const ROOM = 1.2;
/** The state that is hatched, as nothing happens in it. */
const WAITING = 'pending';

/** The intervals of one state in all lanes: bars with a darker edge, and their name where it fits. */
export const lanesMark: MarkPainter = {
  paths(painter, plot, mark) {
    const fill = new Path2D();
    for (const { left, top, width, height } of barsOf(painter, plot, mark)) fill.rect(left, top, width, height);
    return { fill, flags: 0 };
  },
  finish(painter, plot, mark) {
    const { ctx, bbox } = plot;
    const { theme } = painter;
    const ratio = uPlot.pxRatio;
    const bars = barsOf(painter, plot, mark);
    ctx.save();
    clipTo(ctx, bbox);
    ctx.lineWidth = ratio;
    ctx.strokeStyle = 'rgb(0 0 0 / 40%)';
    for (const bar of bars) {
      if (bar.width < 4 * ratio) continue;
      const inset = ratio / 2;
      ctx.strokeRect(bar.left + inset, bar.top + inset, bar.width - ratio, bar.height - ratio);
      if (mark.key === WAITING) hatchBar(ctx, bar, ratio);
    }
    ctx.font = `${theme.size * ratio}px ${theme.family}`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = inkOn(ctx, theme.marks.get(mark.key)?.color ?? '');
    for (const bar of bars) {
      const text = wordsIn(painter, plot, mark, bar);
      ctx.fillText(text, bar.wordsFrom, bar.top + bar.height / 2 + ratio / 2);
    }
    // Over the bars of all states.
    if (mark === painter.layout.shown.at(-1)) paintNotes(painter, plot);
    ctx.restore();
  },
};

/** The fullest words that a bar has room for; the font has to be set. */
function wordsIn({ theme }: Painter, { ctx }: uPlot, { key, label }: Mark, bar: PlacedBar): string {
  const ratio = uPlot.pxRatio;
  if (key === WAITING || bar.height < theme.size * ROOM * ratio) return '';
  const room = bar.wordsTo - bar.wordsFrom;
  const words = bar.note?.words ?? [];
  const told = [...words.map((word) => (word.startsWith(label) ? word : `${label}, ${word}`)), ...words, label];
  return told.find((text) => ctx.measureText(text).width <= room) ?? '';
}

function paintNotes(painter: Painter, plot: uPlot): void {
  for (const mark of painter.layout.shown) {
    if (mark.kind !== 'lanes') continue;
    for (const bar of barsOf(painter, plot, mark)) {
      const inside = bar.note ? wordsIn(painter, plot, mark, bar) : '';
      const words = inside && inside !== mark.label ? [] : (bar.note?.words ?? []);
      // The name of the state once, inside or beside.
      const left = words.filter((word) => !inside || !word.startsWith(mark.label));
      paintLaneNote(plot.ctx, bar, left, painter.theme, uPlot.pxRatio);
    }
  }
}

/** The bars of a drawing, made once for all of its marks. */
const drawings = new WeakMap<Painter, { readonly box: string; readonly bars: ReturnType<typeof placeGlyphs> }>();

function barsOf(painter: Painter, plot: uPlot, mark: Mark): readonly PlacedBar[] {
  const { left, top, width, height } = plot.bbox;
  // The same painter draws again where the pixel ratio changes.
  const box = [left, top, width, height].join();
  let drawing = drawings.get(painter);
  if (drawing?.box !== box) {
    const { spec, view, y, shown } = painter.layout;
    const states = new Set(shown.flatMap(({ kind, key }) => (kind === 'lanes' ? key : [])));
    const least = LEAST * uPlot.pxRatio;
    const inView = [-y.max, -y.min] as const;
    const bars = laneBars(spec.lanes ?? [], states, inView, view.range, painter.projection(plot, 0), least);
    drawings.set(painter, (drawing = { box, bars: placeGlyphs(bars, uPlot.pxRatio) }));
  }
  return drawing.bars.get(mark.key) ?? [];
}

function hatchBar(context: CanvasRenderingContext2D, bar: LaneBar, ratio: number): void {
  context.save();
  clipTo(context, bar);
  hatch(context, bar, HATCH * ratio);
  context.restore();
}

/** Black or white, whichever reads better on a colour. */
function inkOn(context: CanvasRenderingContext2D, color: string): string {
  context.fillStyle = '#7a8699';
  context.fillStyle = color;
  const written = context.fillStyle;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(written.slice(at, at + 2), 16) / 255);
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  // WCAG 2.2, relative luminance: from 0.179 on black has the higher contrast.
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > 0.179 ? '#000000' : '#ffffff';
}
