import { ANNOTATION_WORDS, type Annotation } from '../../../core/index.js';
import {
  ANNOTATION_STYLES,
  annotationKind,
  inView,
  paintAnnotations,
  requestDraw,
  type AnnotationKind,
  type Layer,
  type Plot,
  type PlotView,
} from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { adoptStyles } from '../adopt-styles.js';
import { annotationStyles } from './annotation.styles.js';
import { annotationWords, noteOf } from './annotation-notes.js';
import { paintOver } from './paint-over.js';

/** CSS pixels around a line within which the cursor is near it. */
const NEAR = 8;
/** Notes in the tooltip, and items in the list for screen readers. */
const MOST_NOTES = 5;
const MOST_ITEMS = 200;

/** Draws annotations over a chart, names those at the cursor in its tooltip, and lists them as text. */
export class AnnotationLayer {
  readonly #plot: Plot;
  readonly #probes: HTMLElement | null;
  readonly #box: Element | null;
  readonly #notes = document.createElement('div');
  readonly #list = document.createElement('ul');
  readonly #undo: readonly (() => void)[];
  #all: readonly Annotation[] = [];
  #shown: readonly Annotation[] = [];
  #colors: ReadonlyMap<AnnotationKind, string> | null = null;
  #near: readonly Annotation[] = [];
  #listed = '';

  /** `element` is the one of the plot. */
  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore) {
    this.#plot = plot;
    this.#probes = element.querySelector('.probes');
    this.#box = element.querySelector('.tooltip');
    this.#notes.className = 'tooltip-notes';
    this.#notes.hidden = true;
    this.#box?.append(this.#notes);
    this.#list.className = 'visually-hidden';
    this.#list.setAttribute('aria-label', ANNOTATION_WORDS.list);
    element.after(this.#list);
    adoptStyles(element.getRootNode(), annotationStyles);
    const forget = (): void => {
      this.#colors = null;
    };
    const probes = this.#probes;
    // Before the plot hears of it, and draws.
    probes?.addEventListener('transitionend', forget, { capture: true });
    this.#undo = [
      paintOver(plot, this.#paint),
      store.cursor.subscribe((time) => this.#pointAt(time)),
      () => probes?.removeEventListener('transitionend', forget, { capture: true }),
    ];
  }

  /** Ascending. */
  show(annotations: readonly Annotation[]): void {
    this.#all = annotations;
    requestDraw(this.#plot);
  }

  wordsBetween(from: number, to: number): readonly string[] {
    const { view } = this.#plot.layout ?? {};
    return view ? touching(this.#shown, from, to).map((one) => words(one, view)) : [];
  }

  remove(): void {
    for (const undo of this.#undo) undo();
    this.#notes.remove();
    this.#list.remove();
  }

  readonly #paint: Layer = (painter, plot) => {
    this.#shown = inView(this.#all, painter);
    this.#colors ??= this.#readColors();
    paintAnnotations(painter, plot, this.#shown, this.#colors);
    this.#writeList(painter.layout.view);
  };

  /** As the page's style sheets have them now. */
  #readColors(): ReadonlyMap<AnnotationKind, string> {
    const colors = new Map<AnnotationKind, string>();
    for (const name of Object.keys(ANNOTATION_STYLES)) {
      const kind = annotationKind(name);
      const className = `annotation-${kind}`;
      let probe = this.#probes?.querySelector(`.${className}`);
      if (!probe) {
        probe = document.createElement('i');
        probe.className = className;
        this.#probes?.append(probe);
      }
      colors.set(kind, getComputedStyle(probe).color);
    }
    return colors;
  }

  #pointAt(time: number | null): void {
    // What is pinned stays.
    if (this.#box?.classList.contains('pinned')) return;
    const { layout, box } = this.#plot;
    if (time === null || !layout || !box || this.#shown.length === 0) return this.#writeNotes([], null);
    const { from, to } = layout.view.range;
    const around = (NEAR / box.width) * (to - from);
    this.#writeNotes(touching(this.#shown, time - around, time + around), layout.view);
  }

  #writeNotes(near: readonly Annotation[], view: PlotView | null): void {
    if (near.length === this.#near.length && near.every((one, i) => one === this.#near[i])) return;
    this.#near = near;
    this.#notes.hidden = near.length === 0;
    const notes = view ? near.slice(0, MOST_NOTES).map((one) => noteOf(one, view)) : [];
    const rest = near.length - notes.length;
    this.#notes.replaceChildren(...notes, ...(rest > 0 ? [ANNOTATION_WORDS.more(rest)] : []));
  }

  /** For those who cannot see the lines; only where it says something new. */
  #writeList(view: PlotView): void {
    const texts = this.#shown.slice(0, MOST_ITEMS).map((one) => words(one, view));
    const rest = this.#shown.length - texts.length;
    if (rest > 0) texts.push(ANNOTATION_WORDS.more(rest));
    const listed = texts.join('\n');
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#list.hidden = texts.length === 0;
    this.#list.replaceChildren(
      ...texts.map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
  }
}

const words = (annotation: Annotation, { timezone, locale }: PlotView): string =>
  annotationWords(annotation, timezone, locale);

/** Those that touch a span. */
const touching = (annotations: readonly Annotation[], from: number, to: number): readonly Annotation[] =>
  annotations.filter((one) => one.at <= to && Math.max(one.at, one.until ?? one.at) >= from);
