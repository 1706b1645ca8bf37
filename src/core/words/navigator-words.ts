import { quoted } from './words.js';

/** The words of the overview strip, loaded with it. */
export const NAVIGATOR_WORDS = {
  label: 'Overview',
  from: 'Begin of the range',
  to: 'End of the range',
  keys: 'Arrow keys move a grip, with Shift both; Page Up and Page Down go farther, Home and End to the edge.',
  badSpan: (text: string) => `${quoted(text)} is no span of the overview; write 7d or 24h`,
} as const;
