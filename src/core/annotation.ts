import { ANNOTATION_WORDS } from './words/annotation-words.js';
import { errorOf } from './error-of.js';
import { printable } from './printable.js';
import { isTime } from './time/is-time.js';
import type { TimeRange } from './time/range.js';
import { parseMoment } from './time/moment.js';
import type { QueryContext } from './source.js';

/** A moment as a page may give it: ms, a date, or ISO 8601, local to the time frame's zone where it has no offset. */
export type AnnotationTime = number | string | Date;

/** A labelled moment, or with `until` a labelled span, as a page gives it. */
export interface AnnotationInput {
  readonly at: AnnotationTime;
  readonly until?: AnnotationTime | null;
  readonly label: string;
  /** `deployment`, `incident`, `note` (the default), `scale-up`, `scale-down`, or a word of the page's own. */
  readonly kind?: string | null;
  /** Why it happened: shown below the label at the cursor. */
  readonly cause?: string | null;
}

/** Where annotations come from: a list, or what gives one for a range. */
export type AnnotationSource =
  | readonly AnnotationInput[]
  | ((range: TimeRange, context: QueryContext) => readonly AnnotationInput[] | Promise<readonly AnnotationInput[]>);

/** An annotation that was read. */
export interface Annotation {
  /** ms. */
  readonly at: number;
  /** End of the span, ms; `null` for a moment. */
  readonly until: number | null;
  readonly label: string;
  readonly kind: string;
  /** Empty where none is known. */
  readonly cause: string;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Reads one annotation of a page, the `nth` of its list (from 1); it may be of any type. Throws a RangeError in words. */
export function readAnnotation(given: unknown, nth: number, now: number, zone: string): Annotation {
  if (typeof given !== 'object' || given === null)
    throw new RangeError(ANNOTATION_WORDS.noObject(nth, given === null ? 'null' : typeof given));
  const { at, until, label, kind, cause }: Readonly<Record<string, unknown>> = { ...given };
  const from = moment(at, nth, now, zone);
  if (from === null) throw new RangeError(ANNOTATION_WORDS.noTime(nth));
  const end = moment(until, nth, now, zone);
  if (end !== null && end < from) throw new RangeError(ANNOTATION_WORDS.backwards(nth));
  return { at: from, until: end, label: textOf(label), kind: textOf(kind) || 'note', cause: textOf(cause) };
}

/** A list that was read. */
export interface ReadAnnotations {
  readonly annotations: readonly Annotation[];
  /** What is wrong with those that are left out; `null` where all are there. */
  readonly problem: Error | null;
}

/** The same for a whole list: what cannot be read is left out. Throws a RangeError in words where it is no list. */
export function readAnnotations(given: unknown, now: number, zone: string): ReadAnnotations {
  if (!Array.isArray(given)) throw new RangeError(ANNOTATION_WORDS.noList(given === null ? 'null' : typeof given));
  const refused: string[] = [];
  const annotations = given.flatMap((one: unknown, i) => {
    try {
      return readAnnotation(one, i + 1, now, zone);
    } catch (reason) {
      refused.push(errorOf(reason).message);
      return [];
    }
  });
  const [first] = refused;
  const problem = first === undefined ? null : new RangeError(ANNOTATION_WORDS.leftOut(first, refused.length - 1));
  return { annotations, problem };
}

/** `null` where there is none. */
function moment(value: unknown, nth: number, now: number, zone: string): number | null {
  if (value === null || value === undefined || value === '') return null;
  const time = typeof value === 'string' ? textMoment(value, nth, now, zone) : Number(value);
  if (!isTime(time)) throw new RangeError(ANNOTATION_WORDS.badTime(nth, printable(value)));
  return time;
}

function textMoment(text: string, nth: number, now: number, zone: string): number {
  try {
    return parseMoment(text, now, zone);
  } catch {
    throw new RangeError(ANNOTATION_WORDS.badTime(nth, text));
  }
}
