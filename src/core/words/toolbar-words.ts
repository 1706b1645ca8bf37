/** The words of the toolbar, loaded with it. */
export const TOOLBAR_WORDS = {
  toolbar: 'Time frame',
  replica: 'Replica',
  all: 'All',
  several: (count: number) => `${count} replicas`,
  allBut: (which: string | number) => `All but ${which}`,
  view: 'View',
  range: 'Range',
  back: 'Back to the range before',
  custom: 'Custom',
  today: 'Today',
  yesterday: 'Yesterday',
  thisWeek: 'This week',
  autoRefresh: 'Auto-Refresh',
  lastHour: 'Last hour',
  lastDay: 'Last 24 h',
  /** `unit` is a letter, as in `15m`. */
  last: (count: string, unit: string) => `Last ${count} ${unit === 'm' ? 'min' : unit}`,
} as const;
