import { glyph } from './annotation-glyph.js';
import { placeLabels } from './annotation-labels.js';
import {
  ANNOTATION_STYLES,
  annotationKind,
  annotationStyle,
  type AnnotationKind,
  type AnnotationStyle,
} from './annotation-palette.js';
import type { Painter } from './painter.js';
import { thinned } from './thinned.js';
import { labelLine } from './threshold-mark.js';
import { uPlot } from './uplot.js';

/** What is drawn of an annotation: a moment, or with `until` a span, ms. */
export interface DrawnAnnotation {
  readonly at: number;
  readonly until: number | null;
  readonly label: string;
  readonly kind: string;
}

/** CSS pixels: half a glyph, from the top of the plot to the first label. */
const GLYPH = 4.5;
/** What an autoscaler did within so many CSS pixels of another such moment is a crowd that would hide the data. */
const CROWD = 6;
const TOP = 3;
const LINE_HEIGHT = 1.35;
/** Rows of labels, and parts of the plot's height and width that labels may take at the most. */
const MOST_ROWS = 3;
const MOST_HEIGHT = 0.4;
const MOST_WIDTH = 0.45;

/** The annotations that touch what a painter shows. */
export const inView = <A extends DrawnAnnotation>(annotations: readonly A[], { layout }: Painter): readonly A[] =>
  annotations.filter(
    ({ at, until }) => at <= layout.view.range.to && Math.max(at, until ?? at) >= layout.view.range.from,
  );

/** An annotation on a canvas; device pixels. */
interface Placed {
  readonly label: string;
  readonly from: number;
  /** The same as `from` for a moment. */
  readonly until: number;
  readonly style: AnnotationStyle;
  readonly color: string;
}

/** Lines and bands over the data, a glyph over each line, and labels as far as they find room. */
export function paintAnnotations(
  painter: Painter,
  plot: uPlot,
  annotations: readonly DrawnAnnotation[],
  colors: ReadonlyMap<AnnotationKind, string>,
): void {
  const { ctx } = plot;
  const { theme } = painter;
  const { x } = painter.projection(plot, 0);
  const placed = inView(annotations, painter).map(({ at, until, label, kind }): Placed => ({
    label,
    from: x(at),
    until: x(until ?? at),
    style: annotationStyle(kind),
    color: colors.get(annotationKind(kind)) ?? theme.muted,
  }));
  const { apart, some } = thinned(placed.filter(isStep), CROWD * uPlot.pxRatio);
  // The most important last, over the others.
  const layers = [...placed].sort((a, b) => b.style.rank - a.style.rank);
  const withSteps = (kept: ReadonlySet<Placed>): readonly Placed[] =>
    layers.filter((one) => !isStep(one) || kept.has(one));
  ctx.save();
  ctx.font = `${theme.size * uPlot.pxRatio}px ${theme.family}`;
  const words = thresholdWords(painter, plot);
  paintSpans(plot, layers);
  paintLines(plot, withSteps(apart), words);
  paintGlyphs(plot, withSteps(some), words);
  paintLabels(painter, plot, placed, words);
  ctx.restore();
}

/** A place within the data, or at the edge beside it. */
function within({ bbox }: uPlot, at: number): number {
  return Math.round(Math.max(bbox.left, Math.min(bbox.left + bbox.width, at)));
}

const isSpan = ({ from, until }: Placed): boolean => until - from >= 1;

function paintSpans(plot: uPlot, placed: readonly Placed[]): void {
  const { ctx, bbox } = plot;
  ctx.globalAlpha = 0.12;
  for (const { from, until, color } of placed.filter(isSpan)) {
    ctx.fillStyle = color;
    ctx.fillRect(within(plot, from), bbox.top, Math.max(1, within(plot, until) - within(plot, from)), bbox.height);
  }
  ctx.globalAlpha = 1;
}

function paintLines(plot: uPlot, placed: readonly Placed[], words: readonly Words[]): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const right = bbox.left + bbox.width;
  ctx.save();
  ctx.clip(around(words, plot), 'evenodd');
  ctx.lineWidth = Math.max(1, Math.round(1.25 * ratio));
  const odd = (ctx.lineWidth % 2) / 2;
  for (const one of placed) {
    ctx.strokeStyle = one.color;
    ctx.setLineDash((one.style.dash ?? []).map((length) => length * ratio));
    for (const at of isSpan(one) ? [one.from, one.until] : [one.from]) {
      if (at < bbox.left - 1 || at > right + 1) continue;
      ctx.beginPath();
      ctx.moveTo(within(plot, at) + odd, bbox.top);
      ctx.lineTo(within(plot, at) + odd, bbox.top + bbox.height);
      ctx.stroke();
    }
  }
  ctx.restore();
}

function paintGlyphs(plot: uPlot, placed: readonly Placed[], words: readonly Words[]): void {
  const { ctx, bbox } = plot;
  const size = (GLYPH + 1) * uPlot.pxRatio;
  for (const { from, color, style } of placed) {
    if (from < bbox.left - 1) continue;
    ctx.fillStyle = color;
    const above = words.every(
      ({ left, top, bottom }) => from + size < left || bbox.top < top || bbox.top - 2 * size > bottom,
    );
    ctx.fill(glyph(style.glyph, within(plot, from), bbox.top + (above ? -size : size), GLYPH * uPlot.pxRatio));
  }
}

function paintLabels(painter: Painter, plot: uPlot, placed: readonly Placed[], words: readonly Words[]): void {
  const { ctx, bbox } = plot;
  const { theme } = painter;
  const ratio = uPlot.pxRatio;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const line = theme.size * LINE_HEIGHT * ratio;
  const isLanes = painter.layout.spec.lanes !== undefined;
  const rows = isLanes ? 1 : Math.max(1, Math.min(MOST_ROWS, Math.floor((bbox.height * MOST_HEIGHT) / line)));
  // Lanes have words of their own, and room above.
  const first = isLanes ? bbox.top - 2 * (GLYPH + 1) * ratio - line : bbox.top + TOP * ratio;
  const topOf = (row: number): number => first + row * line;
  const labels = placeLabels(
    placed.map((one) => ({
      text: one.label,
      from: one.from - bbox.left,
      to: one.until - bbox.left,
      rank: one.style.rank,
      // What an autoscaler did is told often, and must not hide the data.
      ...(isStep(one) && { rows: 1, own: true }),
    })),
    {
      width: bbox.width,
      rows,
      most: bbox.width * MOST_WIDTH,
      before: Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
        words
          .filter(({ top, bottom }) => bottom > topOf(row) && top < topOf(row) + line)
          .map(({ left }) => ({ row, from: left - bbox.left, to: bbox.width })),
      ),
    },
    (text) => ctx.measureText(text).width,
  );
  for (const { text, x: left, width, row } of labels) {
    const top = topOf(row);
    // What stands behind must not make the words hard to read.
    ctx.globalAlpha = 0.85;
    ctx.fillStyle = theme.card;
    ctx.fillRect(bbox.left + left - 2 * ratio, top, width + 4 * ratio, line - ratio);
    ctx.globalAlpha = 1;
    ctx.fillStyle = theme.text;
    // `2 → 3` would be `3 ← 2` on a page that is read from the right.
    ctx.direction = /\p{L}/u.test(text) ? 'inherit' : 'ltr';
    ctx.fillText(text, bbox.left + left, top + line / 2);
  }
}

/** One step of an autoscaler, up or down. */
const isStep = ({ style }: Placed): boolean => style.rank === ANNOTATION_STYLES['scale-up'].rank;

/** Device pixels, up to the right edge of the data. */
interface Words {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The plot without what words stand on. */
function around(words: readonly Words[], { bbox }: uPlot): Path2D {
  const path = new Path2D();
  const right = bbox.left + bbox.width;
  path.rect(bbox.left - bbox.width, 0, 3 * bbox.width, bbox.top + bbox.height);
  for (const { left, top, bottom } of words) path.rect(left, top, right - left, bottom - top);
  return path;
}

/** Where the labels of thresholds stand; the font has to be set. */
function thresholdWords(painter: Painter, plot: uPlot): readonly Words[] {
  const { ctx, bbox } = plot;
  return painter.layout.shown.flatMap((mark) => {
    const bottom = mark.kind === 'threshold' ? labelLine(painter, plot, mark) : null;
    if (bottom === null) return [];
    const left = bbox.left + bbox.width - ctx.measureText(mark.label).width;
    return [{ left, top: bottom - painter.theme.size * uPlot.pxRatio, bottom }];
  });
}
