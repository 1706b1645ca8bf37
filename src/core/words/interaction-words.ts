/** The words at a cursor, loaded with what shows them. */
export const INTERACTION_WORDS = {
  keys: 'Arrow keys move the cursor, up and down between lanes, with Shift they select; Space hides the replica of a lane or shows it again, with Shift it shows that one alone; Enter zooms, Escape cancels, P pins the time. Plus and minus zoom, comma and full stop move the range; Backspace goes back to the range before, with Shift to twice this one, F forward, H home.',
  shown: 'shown',
  hidden: 'hidden',
  menu: 'Menu',
  lastData: (time: string) => `Last data: ${time}`,
  total: 'Total',
  totalShown: 'Total shown',
  more: (count: number) => `+ ${count} more`,
  unfinished: 'unfinished',
  noValue: 'no value',
  against: (time: string) => `against ${time}`,
  before: (value: string, before: string, change: string) => `${value} (before ${before}${change && `, ${change}`})`,
} as const;
