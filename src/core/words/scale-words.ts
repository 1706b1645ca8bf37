import { quoted } from './words.js';

/** The words of the autoscaler's marks, loaded with them. */
export const SCALE_WORDS = {
  change: (from: string, to: string) => `${from} → ${to}`,
  badSwitch: (text: string) => `${quoted(text)} is no way to mark scaling; write on or off`,
} as const;
