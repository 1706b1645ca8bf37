/** What the states of a replica are called, loaded with what shows them. */
const STATE_WORDS: Readonly<Record<string, string>> = {
  pending: 'pending',
  downloading: 'downloading',
  pulling: 'pulling',
  initializing: 'initializing',
  running: 'running',
  failed: 'failed',
  evicted: 'evicted',
  terminating: 'terminating',
};

/** The name of a state for a reader; one that is not in the table has its own. */
export const stateName = (state: string): string =>
  (Object.hasOwn(STATE_WORDS, state) ? STATE_WORDS[state] : undefined) ?? state;
