import { dateFormat, safeLocale } from './format.js';

interface WeekInfo {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** The weekday with which a week begins where the language is spoken: 1 is Monday, 7 Sunday; 1 where `Intl` does not say. */
export function firstWeekday(locale: string | undefined): number {
  const tag = safeLocale(locale) ?? dateFormat(undefined, {}).resolvedOptions().locale;
  const about: Intl.Locale & WeekInfo = new Intl.Locale(tag);
  return (about.getWeekInfo?.() ?? about.weekInfo)?.firstDay ?? 1;
}
