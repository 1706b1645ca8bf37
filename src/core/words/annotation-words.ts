import { quoted } from './words.js';

const TIME = 'write ISO 8601 or now-2h, or a number of milliseconds since 1970';

/** The words of annotations, loaded with what draws them. */
export const ANNOTATION_WORDS = {
  kinds: new Map([
    ['deployment', 'Deployment'],
    ['incident', 'Incident'],
    ['note', 'Note'],
    ['scale-up', 'Scaled up'],
    ['scale-down', 'Scaled down'],
  ]),
  list: 'Annotations',
  more: (count: number) => `+ ${count} more`,
  noList: (got: string) => `The annotations are ${got}; give a list of { at, label }`,
  noObject: (nth: number, got: string) => `Annotation ${nth} is ${got}; write { at, label }`,
  noTime: (nth: number) => `Annotation ${nth} has no time at; ${TIME}`,
  badTime: (nth: number, got: string) => `Annotation ${nth}: ${quoted(got)} is not a time; ${TIME}`,
  backwards: (nth: number) => `Annotation ${nth} ends before it begins`,
  leftOut: (why: string, more: number) => `${why}. It is left out${more > 0 ? `, and so are ${more} more` : ''}`,
  failed: (why: string) => `The annotations could not be had: ${why}`,
} as const;
