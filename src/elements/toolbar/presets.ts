import { WORDS } from '../../core/index.js';

export interface Preset {
  /** As the attribute `range` is written. */
  readonly range: string;
  readonly label: string;
}

/** The ranges that the menu offers. */
export const PRESETS: readonly Preset[] = [
  { range: '5m', label: WORDS.last('5 min') },
  { range: '15m', label: WORDS.last('15 min') },
  { range: '30m', label: WORDS.last('30 min') },
  { range: '1h', label: WORDS.lastHour },
  { range: '3h', label: WORDS.last('3 h') },
  { range: '6h', label: WORDS.last('6 h') },
  { range: '12h', label: WORDS.last('12 h') },
  { range: '1d', label: WORDS.last('24 h') },
  { range: '2d', label: WORDS.last('2 d') },
  { range: '7d', label: WORDS.last('7 d') },
];
