import { TOOLBAR_WORDS } from '../../core/index.js';

const NAMES: Readonly<Record<string, string>> = {
  '1h': TOOLBAR_WORDS.lastHour,
  '1d': TOOLBAR_WORDS.lastDay,
  'now/d': TOOLBAR_WORDS.today,
  yesterday: TOOLBAR_WORDS.yesterday,
  'now/w': TOOLBAR_WORDS.thisWeek,
};

/** What a range that follows the clock is called; nothing where only its times say what it is. */
export function rangeName(text: string): string | undefined {
  const [, count = '', unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return NAMES[text] ?? (unit && TOOLBAR_WORDS.last(count, unit));
}
