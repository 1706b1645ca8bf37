/** Text of unknown origin inside a sentence: short, on one line, in quotes. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Every word that a user can read. */
export const WORDS = {
  missing: '–',
  badDuration: (text: string) => `${quoted(text)} is not a duration; write 30s, 5m, 1h30m, 7d, 2w or PT1H`,
  badRange: (text: string) =>
    `${quoted(text)} is not a range; write 1h, now-6h, now/d or 2026-01-01T00:00Z/2026-01-02T00:00Z`,
  badMoment: (text: string) => `${quoted(text)} is not a time; write now, now-6h or 2026-01-01T00:00Z`,
  backwards: 'The range ends before it begins; write FROM/TO with FROM first',
  tooShort: 'The range is shorter than a second; the shortest that can be shown is 1s',
  tooLong: 'The range is longer than a hundred years; ask for a shorter one',
  badZone: (zone: string) => `${quoted(zone)} is not a time zone; write an IANA name such as Europe/Paris, or UTC`,
} as const;
