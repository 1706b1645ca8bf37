/** The words of the buttons that move the range, loaded with them. */
export const RANGE_STEP_WORDS = {
  label: 'Move the range',
  forward: 'Forward to the next range',
  home: 'Home: the range of this page',
  earlier: 'Half a range earlier',
  later: 'Half a range later',
  wider: 'Zoom out to twice the range',
  narrower: 'Zoom in to half the range',
} as const;
