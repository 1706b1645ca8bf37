import {
  dayAt,
  formatEditable,
  parseRange,
  RANGE_WORDS,
  readRangeInput,
  resolveRange,
  startOfDay,
  type CalendarDay,
  type TimeRange,
} from '../../core/index.js';

export type FieldName = 'text' | 'from' | 'to';

/** What is wrong with what was written: in which field, and where in it. */
export interface FieldProblem {
  readonly field: FieldName;
  readonly words: string;
  readonly at: number;
  readonly length: number;
}

/**
 * What stands in the panel: one text for the whole range, or its two ends. Writing one empties the other, so that only
 * one of them counts.
 */
export class RangeForm {
  readonly fields: Record<FieldName, string> = { text: '', from: '', to: '' };
  readonly zone: string;
  /** What was understood last. */
  range: TimeRange;
  /** It follows the clock. */
  goesOn: boolean;
  /** The day with which a choice of several has begun. */
  #anchor: CalendarDay | null = null;

  /** `text` is as the attribute `range` takes it, and empty for a fixed range. */
  constructor(text: string, range: TimeRange, zone: string) {
    this.zone = zone;
    this.range = range;
    this.goesOn = text !== '';
    this.#show(range);
    // Its begin is written as local time, as in the other field.
    this.fields.text = /^\d.*\/now$/.test(text) ? RANGE_WORDS.since(this.fields.from) : text;
  }

  /** The days that it touches, the last one included. */
  get days(): { readonly first: CalendarDay; readonly last: CalendarDay } {
    return { first: dayAt(this.range.from, this.zone), last: dayAt(this.range.to - 1, this.zone) };
  }

  /** False while what stands there is not understood. */
  write(field: FieldName, value: string): boolean {
    this.fields[field] = value;
    this.#anchor = null;
    if (field !== 'text') this.fields.text = '';
    const input = this.read();
    if (!('text' in input)) return false;
    const now = Date.now();
    const spec = parseRange(input.text, now, this.zone);
    const range = resolveRange(spec, now, this.zone);
    this.goesOn = spec.kind !== 'absolute';
    if (field === 'text') this.#show(range);
    else this.range = range;
    return true;
  }

  /** A first choice is the whole day, a second one all days between them. */
  choose(day: CalendarDay): void {
    const other = this.#anchor ?? day;
    this.#anchor = this.#anchor === null ? day : null;
    this.fields.text = '';
    this.goesOn = false;
    const [first, last] = [Math.min(day, other), Math.max(day, other)];
    this.#show({ from: startOfDay(first, this.zone), to: startOfDay(last + 1, this.zone) });
  }

  /** The range as the attribute `range` takes it, or what is wrong. */
  read(): { readonly text: string } | FieldProblem {
    const { text, from, to } = this.fields;
    const input = readRangeInput(text || `${from} to ${to}`, Date.now(), this.zone);
    if ('text' in input) return input;
    const { problem: words, at, length } = input;
    if (text) return { field: 'text', words, at, length };
    const begin = `${from} to `.length;
    return at < begin
      ? { field: 'from', words, at, length: Math.min(length, from.length - at) }
      : { field: 'to', words, at: at - begin, length };
  }

  #show(range: TimeRange): void {
    this.range = range;
    this.fields.from = formatEditable(range.from, this.zone);
    this.fields.to = formatEditable(range.to, this.zone);
  }
}
