import { PROMETHEUS_WORDS } from '../../core/index.js';

export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

const LABEL = /^[a-zA-Z_]\w*$/;
const METRIC = /^[a-zA-Z_:][\w:]*$/;
const MATCHER = /\s*([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)\s*(,|$)/y;

/** A text as PromQL writes it. */
const promString = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;

/** A regular expression (RE2) that matches a text and no other. */
export const exactly = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Throws an Error in words for what Prometheus takes for no label. */
export function checkLabel(label: string): string {
  if (!LABEL.test(label)) throw new RangeError(PROMETHEUS_WORDS.badLabel(label));
  return label;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unquoted(literal: string): string {
  const inside = literal.slice(1, -1);
  return literal.startsWith('`') ? inside : inside.replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char);
}

/** Reads `a="b",c=~"d|e"`, with or without braces around. Throws a RangeError in words. */
export function parseMatchers(text: string): readonly Matcher[] {
  const inside = text.trim().replace(/^\{(.*)\}$/s, '$1');
  const matchers: Matcher[] = [];
  let at = 0;
  while (inside.slice(at).trim()) {
    MATCHER.lastIndex = at;
    const [all = '', label = '', operator = '', value = ''] = MATCHER.exec(inside) ?? [];
    if (!all) throw new RangeError(PROMETHEUS_WORDS.badSelector(text, inside.slice(at)));
    matchers.push({ label, operator, value: unquoted(value) });
    at += all.length;
  }
  return matchers;
}

const matcherText = ({ label, operator, value }: Matcher): string => label + operator + promString(value);

export const matchersText = (matchers: readonly Matcher[]): string => matchers.map(matcherText).join();

/** `name{a="b"}`; a name that PromQL does not take as it is becomes a matcher. */
export function instantSelector(name: string, matchers: readonly Matcher[]): string {
  if (!METRIC.test(name)) return `{${matchersText([{ label: '__name__', operator: '=', value: name }, ...matchers])}}`;
  return name + (matchers.length > 0 ? `{${matchersText(matchers)}}` : '');
}

/** The one of these names that a series has: `label=~"a|b"`. */
export const oneOf = (label: string, values: readonly string[]): Matcher => ({
  label,
  operator: '=~',
  value: values.map(exactly).join('|'),
});
