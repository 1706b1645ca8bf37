/** The words of a chart's menu, and of what it opens; loaded with it. */
export const MENU_WORDS = {
  asTable: 'View as table',
  asChart: 'View as chart',
  legendValues: 'Values in legend',
  copy: 'Copy as CSV',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying here; save it instead',
  saveCsv: 'Save as CSV',
  savePng: 'Save as PNG',
  alone: 'Open alone',
  close: 'Close',
  nothingDrawn: 'Nothing is drawn yet; wait for the event ie-data',
  lanesOf: (first: string, last: string, all: string) => `Replicas ${first} – ${last} of ${all}`,
  noPicture: 'The browser gave no picture; a smaller chart may do',

  time: 'Time',
  replica: 'Replica',
  state: 'State',
  from: 'From',
  to: 'To',
  duration: 'Duration',
  step: (span: string) => `step ${span}`,
  table: (heading: string) => `${heading}, as a table`,
  pages: 'Pages of the table',
  rows: (first: string, last: string, all: string) => `${first} – ${last} of ${all}`,
  first: 'First page',
  before: 'Page before',
  next: 'Next page',
  last: 'Last page',
} as const;

/** The heads of the values in a legend. */
export const STATISTICS_WORDS = { min: 'Min', mean: 'Mean', max: 'Max', last: 'Last' } as const;
