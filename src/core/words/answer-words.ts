import { quoted } from './words.js';

/** What to return where rows cannot say it. */
const LANES =
  'return { kind: "intervals", range, step, completeUntil, now, notices: [], lanes: [{ name, labels: {}, intervals: [{ from, to, state }] }] }';

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
    `${quoted(got)} came back where ${quoted(asked)} was asked; ${asked === 'intervals' ? LANES : 'answer request.shape'}`,
  badPart: (part: string, wanted: string) => `${part} is not ${wanted}`,
  unsorted: (part: string) => `${part} do not ascend; sort them and leave out duplicates`,
  badTime: (name: string, time: string) =>
    `${quoted(name)} has the time ${time}; write milliseconds since 1970, or ISO 8601`,
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
  rows: 'a list of rows',
  row: '{ time, value }',
} as const;

/** Parts of an answer that have no name of their own. */
export const ANSWER_PARTS = {
  row: (name: string) => `A row of ${quoted(name)}`,
  times: (name: string) => `the times of ${quoted(name)}`,
} as const;
