/** The words of the choice of how often, loaded with it. */
export const REFRESH_WORDS = {
  every: 'Refresh every',
  off: 'Off',
  auto: 'Auto',
  live: 'Live',
} as const;
