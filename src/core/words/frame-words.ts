import { quoted } from './words.js';

/** Why a frame cannot be drawn, or rows of buckets; loaded with what checks these. */
export const FRAME_WORDS = {
  noBuckets:
    'its rows are not those of buckets; name them by the upper bound of each bucket, the last one "+Inf", with counts that are not cumulative',
  ragged: (part: string, got: number, wanted: number) =>
    `${part} has ${got} values for ${wanted}; give one for each, NaN where it is missing`,
  infinite: (part: string, time: number) =>
    `${part} is infinite at ${new Date(time).toISOString()}; give NaN where there is no value`,
  otherUnit: (got: string, wanted: string) => `it came in ${quoted(got)}; the contract wants ${quoted(wanted)}`,
  twice: (name: string) => `${quoted(name)} came twice; give each series once`,
  partInSeconds: (part: string) => `${part} looks like seconds; give milliseconds since 1970`,
} as const;

/** What a part of a frame has to be. */
export const FRAME_WANTED = {
  time: 'a time in ms',
  text: 'a text',
  list: 'a list',
  object: 'an object',
  numbers: 'a list of numbers',
  positive: 'more than zero',
  noStep: 'null, as asked',
  someStep: 'a number, as asked',
} as const;

/** Parts of a frame that have no name of their own. */
export const FRAME_PARTS = {
  notice: 'a notice',
  name: (list: string) => `a name in ${list}`,
  labels: (name: string) => `labels of ${quoted(name)}`,
  unit: (name: string) => `the unit of ${name}`,
  state: (name: string) => `a state of ${name}`,
  intervals: (name: string) => `the intervals of ${name}`,
  ends: (range: string) => `${range}.from and ${range}.to`,
  event: 'an event',
} as const;
