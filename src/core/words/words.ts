/** Text of unknown origin inside a sentence: short, on one line, in quotes. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** The words that any page needs. Those of a part of the page stand in a file of its own beside this, loaded with it. */
export const WORDS = {
  missing: '–',
  badDuration: (text: string) => `${quoted(text)} is not a duration; write 30s, 5m, 1h30m, 7d, 2w or PT1H`,
  badRange: (text: string) => `${quoted(text)} is not a range; write 1h, now/d or 2026-01-01T00:00Z/now`,
  badMoment: (text: string) => `${quoted(text)} is not a time; write now, now-6h or 2026-01-01T00:00Z`,
  backwards: 'The range ends before it begins; write FROM/TO with FROM first',
  tooShort: 'The range is shorter than a second',
  tooLong: 'The range is longer than a hundred years',
  badRefresh: (text: string) => `${quoted(text)} is no interval of refresh; write 1s or longer, auto, live or off`,
  badZone: (zone: string) => `${quoted(zone)} is not a time zone; write an IANA name such as Europe/Paris, or UTC`,
  badLocale: (tag: string) => `${quoted(tag)} is not a language; write en or de-CH`,
  badReplicas: (got: string) => `${quoted(got)} are no replicas; write names, or all`,
  noReason: 'The source failed without saying why',
  badSource: (got: string) => `${got} is not a source; give a function, or an object with a method query`,

  // Charts.
  chart: 'chart',
  requestsHeading: 'HTTP Requests',
  otherStatus: 'other',
  latencyHeading: 'Latency Distribution',
  median: 'Median',
  details: 'Details',
  help: 'Help',
  per: (unit: string, span: string) => `${unit} / ${span}`,
  missingSeries: (names: string) => `The source gave no ${names}.`,

  badQuantiles: (text: string) => `${quoted(text)} names no quantiles; write numbers from 0 to 1, such as 0.99 0.5`,
  severalSeries: (names: string) => `The source gave several series for ${names}; the first of each is shown.`,

  // States.
  noTimeframe: (id: string | null) =>
    id
      ? `There is no <ie-timeframe> with the id ${quoted(id)}.`
      : 'This needs an <ie-timeframe> around it, or its id in timeframe.',
  noSource: 'No source of data yet: set source on the time frame, url on a source in it, or prometheus or openmetrics.',
  noData: 'No data in this range.',
  late: 'The source has not answered yet.',
  notLoaded: 'A part of the library could not be loaded.',
  retry: 'Try again',
  nextTry: (time: string) => `; next try at ${time}.`,
  stale: (age: string) => `Stale, ${age} old`,

  otherVersion: (first: string, second: string) =>
    `ie-charts ${second} found ${first} on this page, which keeps the tags.`,
} as const;
