import { quoted } from './words.js';

const FACTS = 'range, step, completeUntil, now, notices: []';
/** What to return where rows cannot say it. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  [
    'intervals',
    `return { kind: "intervals", ${FACTS}, lanes: [{ name, labels: {}, intervals: [{ from, to, state }] }] }`,
  ],
  ['events', `return { kind: "events", ${FACTS}, events: [{ at, until: null, label, labels: {} }] }`],
]);

/**
 * Why an answer of a source cannot be drawn: what was asked, what came, what to do. Loaded with the first bad answer.
 */
export const ANSWER_WORDS = {
  badAnswer: (metric: string, what: string) => `The answer for ${quoted(metric)} cannot be drawn: ${what}`,
  noMetric: (metric: string) => `The source has no metric ${quoted(metric)}`,
  nothingCame: 'nothing came back; return a frame, or rows of { time, value }',
  htmlCame: 'an HTML page came back where data was expected (a login page?); look at the address and the session',
  otherCame: (what: string) => `${what} came back; return a frame, or rows of { time, value }`,
  otherShape: (got: string, asked: string) =>
    `${quoted(got)} came back where ${quoted(asked)} was asked; ${SHAPES.get(asked) ?? 'answer request.shape'}`,
  noBuckets:
    'its rows are not those of buckets; name them by the upper bound of each bucket, the last one "+Inf", with counts that are not cumulative',
  badPart: (part: string, wanted: string) => `${part} is not ${wanted}`,
  ragged: (part: string, got: number, wanted: number) =>
    `${part} has ${got} values for ${wanted}; give one for each, NaN where it is missing`,
  unsorted: (part: string) => `${part} do not ascend; sort them and leave out duplicates`,
  infinite: (part: string, time: number) =>
    `${part} is infinite at ${new Date(time).toISOString()}; give NaN where there is no value`,
  otherUnit: (got: string, wanted: string) => `it came in ${quoted(got)}; the contract wants ${quoted(wanted)}`,
  twice: (name: string) => `${quoted(name)} came twice; give each series once`,
  badTime: (name: string, time: string) =>
    `${quoted(name)} has the time ${time}; write milliseconds since 1970, or ISO 8601`,
  partInSeconds: (part: string) => `${part} looks like seconds; give milliseconds since 1970`,
  inSeconds: (name: string) => `the times of ${quoted(name)} look like seconds; multiply them by 1000`,
  badValue: (name: string, value: string) =>
    `${quoted(name)} has the value ${value}; give a number, or null where it is missing`,
  noQuantile: (got: string, asked: string) => `${quoted(got)} came; name them as in request.quantiles: ${asked}`,
  tooFine: (name: string, step: string) =>
    `${quoted(name)} has more than one row in a step of ${step}; return one row for each request.step`,
  tooCoarse: (got: string, step: string) => `Rows came ${got} apart where steps of ${step} were asked`,
  oneValue: (name: string) => `${quoted(name)} has several rows; request.step is null: return one for the whole range`,
} as const;

/** What a part of an answer has to be. */
export const ANSWER_WANTED = {
  time: 'a time in ms',
  text: 'a text',
  list: 'a list',
  object: 'an object',
  numbers: 'a list of numbers',
  positive: 'more than zero',
  noStep: 'null, as asked',
  someStep: 'a number, as asked',
  rows: 'a list of rows',
  row: '{ time, value }',
} as const;

/** Parts of an answer that have no name of their own. */
export const ANSWER_PARTS = {
  notice: 'a notice',
  name: (list: string) => `a name in ${list}`,
  labels: (name: string) => `labels of ${quoted(name)}`,
  unit: (name: string) => `the unit of ${name}`,
  state: (name: string) => `a state of ${name}`,
  intervals: (name: string) => `the intervals of ${name}`,
  ends: (range: string) => `${range}.from and ${range}.to`,
  event: 'an event',
  row: (name: string) => `A row of ${quoted(name)}`,
  times: (name: string) => `the times of ${quoted(name)}`,
} as const;
