import { DAY } from './duration.js';
import { errorOf } from '../error-of.js';
import { RangeMisread, rangeTokens, type RangeToken, type TokenKind } from './range-tokens.js';
import { parseRange } from './range-text.js';
import { RANGE_WORDS } from '../words/range-words.js';
import { zoneOffset } from './zone.js';

/** A range as the attribute `range` takes it; or why it was not understood, and which part of the text that is. */
export type RangeInput =
  { readonly text: string } | { readonly problem: string; readonly at: number; readonly length: number };

const WORDED =
  /^(today)$|^(this|previous) (day|week|month|year)$|^(?:last|past) (\d+(?:\.\d+)? ?)?((?:sec(?:ond)?|min(?:ute)?|hour|day|week)s?|[smhdw])$/;

/** What words mean, in the grammar of moments and durations: `last 90 minutes`, `yesterday`, `this week`. */
function unworded(text: string): string {
  const lower = text.toLowerCase();
  const [worded, today, which, unit = 'day', count = '1', length] = WORDED.exec(lower) ?? [];
  // A capital M is a month.
  const months = length === 'm' && text.endsWith('M');
  if (worded === undefined || months) return lower === 'yesterday' ? lower : text;
  if (length) return count.trim() + length.charAt(0);
  const letter = unit === 'month' ? 'M' : unit.charAt(0);
  const before = `now-1${letter}/${letter}`;
  return today || which === 'this' ? `now/${letter}` : `${before}/${before}`;
}

/** `2026-11-04` of `2026-11-4`. */
function readDate(token: RangeToken): string {
  const date = token.text.replace(/-(\d)(?=-|$)/g, '-0$1');
  const time = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date))
    throw new RangeMisread(RANGE_WORDS.noDay(token.text), token);
  return date;
}

/** `09:05` of `9:05`. */
function readClock(token: RangeToken): string {
  const clock = token.text.replace(/^T/, '').replace(/^\d:/, '0$&');
  if (Number.isNaN(Date.parse(`2000-01-01T${clock}Z`)) || clock.startsWith('24'))
    throw new RangeMisread(RANGE_WORDS.noClock(token.text), token);
  return clock;
}

const UNITS = ['ms', 's', 'm', 'h', 'd', 'w'];

/** `m` of `min`, as durations have it. */
function unitName({ text }: RangeToken): string {
  const name = text.toLowerCase();
  return name === 'ms' ? name : name.charAt(0);
}

/** Without the `and` of one duration: `1 h and 30 min`; that of `between 10:00 and 11:30` or `2 h and 1 h` stays. */
function joined(tokens: readonly RangeToken[]): readonly RangeToken[] {
  if (tokens.some(({ text }) => /^between$/i.test(text))) return tokens;
  return tokens.filter(({ text }, index) => {
    const [before, count, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (!/^and$/i.test(text) || before?.kind !== 'unit' || count?.kind !== 'count' || after?.kind !== 'unit')
      return true;
    return UNITS.indexOf(unitName(before)) <= UNITS.indexOf(unitName(after));
  });
}

/** One end of a range, token by token. */
class Side {
  readonly #tokens: readonly RangeToken[];

  constructor(tokens: readonly RangeToken[]) {
    this.#tokens = tokens.filter(({ kind }) => kind !== 'word');
    this.#tokens.forEach((token, index) => {
      const before = this.#tokens.slice(0, index);
      const alone = token.kind === 'unit' && before.at(-1)?.kind !== 'count';
      const once = token.kind !== 'unit' && token.kind !== 'count';
      const rounded = [token, ...before].some(({ kind }) => kind === 'rounded');
      if (alone || (rounded && index > 0) || (once && before.some(({ kind }) => kind === token.kind)))
        throw new RangeMisread(RANGE_WORDS.unknown(token.text), token);
    });
  }

  first(kind: TokenKind): RangeToken | undefined {
    return this.#tokens.find((token) => token.kind === kind);
  }

  /** Its day, of those that `today` counts from. */
  date(today: string): string | undefined {
    const date = this.first('date');
    if (date) return readDate(date);
    const day = this.first('day')?.text.toLowerCase();
    return day === 'yesterday' ? isoDay(Date.parse(today) - DAY) : day && today;
  }

  /** `1h30m` of `1 hour 30 min`. */
  duration(): string {
    let sum = '';
    this.#tokens.forEach((count, index) => {
      if (count.kind !== 'count') return;
      const unit = this.#tokens[index + 1];
      if (unit?.kind !== 'unit') throw new RangeMisread(RANGE_WORDS.noUnit(count.text), count);
      sum += count.text + unitName(unit);
    });
    return sum;
  }

  /** `now-1d/d` as it stands. */
  get rounded(): string | undefined {
    return this.first('rounded')?.text.replace(/^now/i, 'now');
  }

  /** As `FROM/TO` takes it; a time of day without a day is one of `day`. */
  moment(today: string, day: string): string {
    if (this.rounded) return this.rounded;
    const clock = this.first('clock');
    const date = this.date(today) ?? (clock && day);
    if (date) return date + (clock ? `T${readClock(clock)}` : '') + (this.first('zone')?.text ?? '');
    const duration = this.duration();
    return duration ? `now-${duration}` : 'now';
  }
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

const goesOn = ({ text }: RangeToken): boolean => /^(?:since|ago)$/i.test(text);

/**
 * At the one word between two moments; the minus of `10:00-11:30` is one, too. After a date it is only where there would
 * be no other end: `2026-11-24 10:00-11:30`, but not `since 2026-11-24 10:00-05:00`.
 */
function sidesOf(tokens: readonly RangeToken[]): readonly (readonly RangeToken[])[] {
  const hasEnd = tokens.some((token) => token.kind === 'to' || goesOn(token));
  const cut = tokens.findIndex(
    ({ kind, text }, index) =>
      kind === 'to' ||
      (kind === 'zone' &&
        text.startsWith('-') &&
        !(hasEnd && tokens.slice(0, index).some((token) => token.kind === 'date'))),
  );
  const middle = tokens[cut];
  if (!middle) return [tokens];
  const end: RangeToken[] =
    middle.kind === 'zone' ? [{ kind: 'clock', text: middle.text.slice(1), at: middle.at }] : [];
  return [tokens.slice(0, cut), [...end, ...tokens.slice(cut + 1)]];
}

function readTokens(typed: string, now: number, zone: string): string {
  const tokens = joined(rangeTokens(typed));
  const second = tokens.filter(({ kind }) => kind === 'to')[1];
  if (second)
    throw new RangeMisread(RANGE_WORDS.unknown(typed.slice(second.at)), {
      at: second.at,
      text: typed.slice(second.at),
    });
  const [from, to] = sidesOf(tokens).map((side) => new Side(side));
  const today = isoDay(now + zoneOffset(now, zone));
  if (!from || (to === undefined && tokens.length === 0))
    throw new RangeMisread(RANGE_WORDS.nothing, { at: 0, text: typed });
  const date = from.date(today);
  if (to) return `${from.moment(today, today)}/${to.moment(today, date ?? today)}`;
  if (tokens.some(goesOn)) return `${from.moment(today, today)}/now`;
  if (from.first('clock')) throw new RangeMisread(RANGE_WORDS.noEnd(typed.trim()), { at: 0, text: typed });
  return date ? `${date}/${isoDay(Date.parse(date) + DAY)}` : (from.rounded ?? from.duration());
}

/**
 * What a person typed: all that `parseRange` reads, and `last 90 minutes`, `this week`, `previous month`, `90 min`, `10:00 to 11:30`, `2026-11-24`, `since 9:00`,
 * `2 h ago to 1 h ago`. Times are local to `zone` where they carry no offset.
 */
export function readRangeInput(typed: string, now: number, zone: string): RangeInput {
  try {
    const text = unworded(typed.trim());
    parseRange(text, now, zone);
    return { text };
  } catch {
    // Perhaps it says the same in other words.
  }
  try {
    const text = readTokens(typed, now, zone);
    parseRange(text, now, zone);
    return { text };
  } catch (reason) {
    const { at, length } = reason instanceof RangeMisread ? reason : { at: 0, length: typed.length };
    return { problem: errorOf(reason).message, at, length };
  }
}
