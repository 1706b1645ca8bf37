import { ANNOTATION_WORDS, formatRange, formatTime, MINUTE, SECOND, type Annotation } from '../../../core/index.js';
import { annotationKind, type PlotView } from '../../../plot/index.js';
import { makeElement } from '../make-element.js';

const kindWords = ({ kind }: Annotation): string => ANNOTATION_WORDS.kinds.get(kind) ?? kind;

function when({ at, until }: Annotation, zone: string, locale: string | undefined): string {
  if (until !== null && until > at) return formatRange({ from: at, to: until }, zone, locale);
  return formatTime(at, zone, locale, at % MINUTE === 0 ? MINUTE : SECOND);
}

/** `Deployment: v2.3, 24 Nov, 10:20`; with the cause where it is known. */
export function annotationWords(annotation: Annotation, zone: string, locale: string | undefined): string {
  const { label, cause } = annotation;
  return [[kindWords(annotation), label].filter(Boolean).join(': '), when(annotation, zone, locale), cause]
    .filter(Boolean)
    .join(', ');
}

/** The same for the tooltip, as texts in elements. */
export function noteOf(annotation: Annotation, { timezone, locale }: PlotView): HTMLElement {
  const { kind, label, cause } = annotation;
  const note = makeElement('div', 'tooltip-note');
  const mark = makeElement('i', `swatch annotation-${annotationKind(kind)}`);
  const what = makeElement('b', '');
  what.append(makeElement('bdi', '', label || kindWords(annotation)));
  const detail = [label ? kindWords(annotation) : '', when(annotation, timezone, locale)].filter(Boolean).join(' · ');
  note.append(mark, what, makeElement('span', '', detail), ...(cause ? [makeElement('span', '', cause)] : []));
  return note;
}
