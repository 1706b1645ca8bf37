/** The words of a comparison with an earlier range, loaded with what draws it. */
export const COMPARISON_WORDS = {
  previous: 'the period before',
  day: 'a day earlier',
  week: 'a week earlier',
  earlier: (span: string) => `${span} earlier`,
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  points: 'pp',
  noData: (name: string) => `${name}: no data`,
  more: (change: string, name: string, before: string) => `${change} more than ${name}, which was ${before}`,
  less: (change: string, name: string, before: string) => `${change} less than ${name}, which was ${before}`,
  same: (name: string) => `the same as ${name}`,
  failed: (name: string, why: string) => `The data for the comparison with ${name} could not be had. ${why}`,
} as const;
