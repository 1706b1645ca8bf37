import { errorOf, PROFILE_WANTED, PROMETHEUS_WORDS, quoted } from '../../core/index.js';
import { GUESSED_METRICS, type Profile } from './profile.js';
import { checkWhere } from './where.js';

type Fields = Readonly<Record<string, unknown>>;
/** Throws where a value is not what it says; `at` is where it stands. */
type Check = (value: unknown, at: string) => void;

const words = PROMETHEUS_WORDS;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const must =
  (wanted: string, holds: (value: unknown) => boolean): Check =>
  (value, at) => {
    if (!holds(value)) throw new TypeError(words.badPart(at, wanted));
  };

const text = must(PROFILE_WANTED.text, isText);
const number = must(PROFILE_WANTED.number, (value) => typeof value === 'number' && Number.isFinite(value));
const truth = must(PROFILE_WANTED.truth, (value) => typeof value === 'boolean');
const label = must(PROFILE_WANTED.label, (value) => isText(value) && /^[a-zA-Z_]\w*$/.test(value));
const joined = must(PROFILE_WANTED.joined, (value) => ['sum', 'avg', 'max', 'min', 'count'].includes(String(value)));

const listOf =
  (check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length === 0) throw new TypeError(words.badPart(at, PROFILE_WANTED.list));
    value.forEach((item: unknown, i) => check(item, `${at}[${i}]`));
  };
const oneOrMore =
  (check: Check): Check =>
  (value, at) =>
    (Array.isArray(value) ? listOf(check) : check)(value, at);
const mapOf =
  (check: Check): Check =>
  (value, at) => {
    if (!isObject(value)) throw new TypeError(words.badPart(at, PROFILE_WANTED.object));
    for (const [key, item] of Object.entries(value)) check(item, `${at}.${key}`);
  };
const orNull =
  (check: Check): Check =>
  (value, at) => {
    if (value !== null) check(value, at);
  };

/** An object with these fields and no other; `?` marks those that may be absent. */
const fields =
  (known: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isObject(value)) throw new TypeError(words.badPart(at, PROFILE_WANTED.object));
    const names = Object.keys(known).map((name) => name.replace('?', ''));
    const stranger = Object.keys(value).find((name) => !names.includes(name));
    if (stranger !== undefined) throw new TypeError(words.unknownPart(`${at}.${stranger}`, names.join(', ')));
    for (const [name, check] of Object.entries(known)) {
      const bare = name.replace('?', '');
      if (bare === name || value[bare] !== undefined) check(value[bare], `${at}.${bare}`);
    }
  };

const where: Check = (value, at) => {
  if (!isText(value)) throw new TypeError(words.badPart(at, PROFILE_WANTED.text));
  try {
    checkWhere(value);
  } catch (error) {
    throw new TypeError(`${at}: ${errorOf(error).message}`);
  }
};
const guessed = must(PROFILE_WANTED.oneOf(GUESSED_METRICS), (value) => GUESSED_METRICS.some((one) => one === value));

const SAMPLES = { name: oneOrMore(text), 'where?': where, 'only?': listOf(label) };
const samples = fields(SAMPLES);
const DISTRIBUTION = { type: text, ...SAMPLES, 'labels?': mapOf(orNull(label)), 'factor?': number };
const DEFINITION = {
  ...DISTRIBUTION,
  'within?': joined,
  'across?': joined,
  'set?': mapOf(text),
  'series?': text,
};

const PARTS: Readonly<Record<string, Check>> = {
  counter: fields({ ...DEFINITION, 'perSecond?': truth, 'dividedBy?': samples, 'per?': samples, 'above?': number }),
  gauge: fields({ ...DEFINITION, 'plus?': listOf(samples), 'dividedBy?': samples, 'highest?': truth, 'peak?': truth }),
  histogram: fields(DISTRIBUTION),
  summary: fields(DISTRIBUTION),
  constant: fields({ type: text, value: number, series: text }),
  expression: fields({
    type: text,
    query: text,
    'name?': oneOrMore(text),
    'labels?': mapOf(orNull(label)),
    'set?': mapOf(text),
    'series?': text,
  }),
  states: fields({ type: text, states: listOf(fields({ ...SAMPLES, state: text })) }),
};

const part: Check = (value, at) => {
  if (!isObject(value)) throw new TypeError(words.badPart(at, PROFILE_WANTED.object));
  const { type } = value;
  const check = typeof type === 'string' && Object.hasOwn(PARTS, type) ? PARTS[type] : undefined;
  if (!check) throw new TypeError(words.badPart(`${at}.type`, PROFILE_WANTED.oneOf(Object.keys(PARTS))));
  check(value, at);
};

const profile = fields({
  '$schema?': text,
  name: text,
  'labels?': mapOf(oneOrMore(label)),
  'guess?': listOf(guessed),
  metrics: mapOf(oneOrMore(part)),
});

const isProfile = (value: unknown): value is Profile => {
  profile(value, 'profile');
  return true;
};

/** A profile out of what may be anything. Throws a TypeError that says where it is wrong, and what belongs there. */
export function checkProfile(value: unknown): Profile {
  const name = isObject(value) && isText(value['name']) ? value['name'] : '?';
  try {
    if (isProfile(value)) return value;
  } catch (error) {
    throw new TypeError(words.badProfile(name, error instanceof Error ? error.message : quoted(String(error))));
  }
  throw new TypeError(words.badProfile(name, ''));
}
