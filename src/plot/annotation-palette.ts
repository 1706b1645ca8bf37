import { sheetOf, type RoleStyle } from './palette.js';

/** What stands over the line of an annotation, so that its colour is not alone. */
export type Glyph = 'diamond' | 'square' | 'dot' | 'up' | 'down';

export interface AnnotationStyle extends RoleStyle {
  readonly glyph: Glyph;
  /** What keeps its label where there is no room for all: less goes first. */
  readonly rank: number;
}

/** The looks of annotations by their kind, on light and on dark ground; any other kind looks like a note. */
export const ANNOTATION_STYLES = {
  incident: { light: '#b3261e', dark: '#e0524b', glyph: 'square', rank: 0 },
  deployment: { light: '#2f6be0', dark: '#7aa5ff', glyph: 'diamond', rank: 1 },
  note: { light: '#5b6472', dark: '#a3acba', glyph: 'dot', rank: 2, dash: [3, 3] },
  'scale-up': { light: '#8a6a00', dark: '#f0cd6a', glyph: 'up', rank: 3, dash: [1, 3] },
  'scale-down': { light: '#5b21b6', dark: '#d9ccff', glyph: 'down', rank: 3, dash: [1, 3] },
} as const satisfies Readonly<Record<string, AnnotationStyle>>;

export type AnnotationKind = keyof typeof ANNOTATION_STYLES;

const isKind = (kind: string): kind is AnnotationKind => Object.hasOwn(ANNOTATION_STYLES, kind);

/** The kind that an annotation is drawn as. */
export const annotationKind = (kind: string): AnnotationKind => (isKind(kind) ? kind : 'note');

export const annotationStyle = (kind: string): AnnotationStyle => ANNOTATION_STYLES[annotationKind(kind)];

/** One rule a kind, as in `roleSheet`; adopted by the charts that have annotations. */
export const annotationSheet: string = sheetOf(
  Object.entries(ANNOTATION_STYLES).map(([kind, style]) => [`annotation-${kind}`, style]),
);
