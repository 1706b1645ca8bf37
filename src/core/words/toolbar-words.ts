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
  last: (span: string) => `Last ${span}`,
} as const;
