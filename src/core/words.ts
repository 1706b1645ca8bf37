/** Text of unknown origin inside a sentence: short, on one line, in quotes. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Every word that a user can read. */
export const WORDS = {
  missing: '–',
  badDuration: (text: string) => `${quoted(text)} is not a duration; write 30s, 5m, 1h30m, 7d, 2w or PT1H`,
  badRange: (text: string) =>
    `${quoted(text)} is not a range; write 1h, now-6h, now/d or 2026-01-01T00:00Z/2026-01-02T00:00Z`,
  badMoment: (text: string) => `${quoted(text)} is not a time; write now, now-6h or 2026-01-01T00:00Z`,
  backwards: 'The range ends before it begins; write FROM/TO with FROM first',
  tooShort: 'The range is shorter than a second; the shortest that can be shown is 1s',
  tooLong: 'The range is longer than a hundred years; ask for a shorter one',
  badRefresh: (text: string) => `${quoted(text)} is no interval of refresh; write 1s or longer, or off`,
  badZone: (zone: string) => `${quoted(zone)} is not a time zone; write an IANA name such as Europe/Paris, or UTC`,
  /** Why an answer of a source cannot be drawn: what was asked, what came, what to do. */
  badAnswer: (metric: string, what: string) => `The answer for ${quoted(metric)} cannot be drawn: ${what}`,
  nothingCame: 'nothing came back; return a frame, or rows of { time, value }',
  htmlCame: 'an HTML page came back where data was expected (a login page?); look at the address and the session',
  otherCame: (what: string) => `${what} came back; return a frame, or rows of { time, value }`,
  otherShape: (got: string, asked: string) =>
    `${quoted(got)} came back where ${quoted(asked)} was asked; answer request.shape`,
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
  inSeconds: (name: string) => `the times of ${quoted(name)} look like seconds; multiply them by 1000`,
  badValue: (name: string, value: string) =>
    `${quoted(name)} has the value ${value}; give a number, or null where it is missing`,
  tooFine: (name: string, step: string) =>
    `${quoted(name)} has more than one row in a step of ${step}; return one row for each request.step`,
  tooCoarse: (got: string, step: string) => `Rows came ${got} apart where steps of ${step} were asked`,
  badSource: (got: string) => `${got} is not a source; give a function, or an object with a method query`,
  noMetric: (metric: string) => `No source has the metric ${quoted(metric)}; name it in the description of one`,
  oneValue: (name: string) => `${quoted(name)} has several rows; request.step is null: return one for the whole range`,

  // Charts.
  chart: 'chart',
  chartKeys:
    'Arrow keys move the cursor, with Shift they select; Enter zooms, Escape cancels, Backspace goes back to the range before.',
  requestsHeading: 'HTTP Requests',
  otherStatus: 'other',
  latencyHeading: 'Latency Distribution',
  median: 'Median',
  details: 'Details',
  per: (unit: string, span: string) => `${unit} / ${span}`,
  total: 'Total',
  more: (count: number) => `+ ${count} more`,
  unfinished: 'unfinished',
  noValue: 'no value',
  missingSeries: (names: string) => `The source gave no ${names}.`,

  // States.
  noTimeframe: 'This chart needs an <ie-timeframe> around it, or the id of one in its attribute timeframe.',
  noSource: 'No source of data yet: set the property source of the time frame.',
  noData: 'No data in this range.',
  retry: 'Try again',
  stale: (age: string, why: string) => `Stale, ${age} old. ${why}`,

  // Toolbar.
  toolbar: 'Time frame',
  replica: 'Replica',
  all: 'All',
  several: (count: number) => `${count} replicas`,
  range: 'Range',
  back: 'Back to the range before',
  custom: 'Custom',
  autoRefresh: 'Auto-Refresh',
  lastHour: 'Last hour',
  last: (span: string) => `Last ${span}`,

  otherVersion: (first: string, second: string) =>
    `ie-charts ${second} found ${first} on this page; the tags stay with the one that came first.`,
} as const;
