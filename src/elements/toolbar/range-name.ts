import { WORDS } from '../../core/index.js';

const NAMES: Readonly<Record<string, string>> = {
  '1h': WORDS.lastHour,
  '1d': WORDS.last('24 h'),
  'now/d': WORDS.today,
  yesterday: WORDS.yesterday,
  'now/w': WORDS.thisWeek,
};

/** What a range that follows the clock is called; nothing where only its times say what it is. */
export function rangeName(text: string): string | undefined {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return NAMES[text] ?? (unit && WORDS.last(`${count} ${unit === 'm' ? 'min' : unit}`));
}
