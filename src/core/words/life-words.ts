/** The words of a replica's life, loaded with its lanes and with what shows values at the cursor. */
export const LIFE_WORDS = {
  atLeast: (span: string) => `at least ${span}`,
  since: (clock: string, span: string) => `since ${clock}, ${span}`,
  soFar: (span: string) => `at least ${span} so far`,
  lasting: (span: string) => `${span} so far`,
  timeToReady: 'time to ready',
  afterRestart: 'ready again in',
  readyIn: (span: string) => `ready in ${span}`,
  notYet: (span: string) => `not yet after ${span}`,
  restarted: 'restarted',
  neverReady: 'never ready',
  earlier: (count: number) => `${count} states before`,
  noReplica: 'No replica in this range.',
  lastReplica: (time: string) => `Last replica: ${time}`,
  readyTime: 'Time to ready',
  median: (starts: number) => `Time to ready, median of ${starts}`,
  neverReadyCount: 'Never ready',
} as const;
