import { MINUTE, STEPS } from '../../core/index.js';
import type { Body, Sample, ServerSeries } from './read-body.js';

/** A query and when it is to be answered, ms: at `start`, `start + step`, … `end`; without a step at `end` alone. */
export interface TimedQuery {
  readonly query: string;
  readonly start: number;
  readonly end: number;
  readonly step: number | null;
}

type Times = Omit<TimedQuery, 'query'> & { readonly step: number };

/** Tells the parts apart. No series has such a label: names that begin with two underscores are the server's own. */
const MARKER = '__ie__';

/** Times of a joined query, at the most: no small answer has more. */
const MOST_TIMES = 100;
/** Times of a part that stand in its text one by one, at the most. */
const MOST_SINGLE = 6;

/** Characters of a joined query, at the most. VictoriaMetrics reads 16 kB by default. */
const MOST_TEXT = 15_000;
/** What a mark adds to that, and a time, at the most. */
const [MARK, TIME] = [50, 70];

const seconds = (ms: number): number => ms / 1000;

/** Whether a query can be a part: its times are in whole seconds, and it does not know the marker. */
export const canBePart = ({ query, start, end, step }: TimedQuery): boolean =>
  [start, end, step ?? 0].every((ms) => ms % 1000 === 0) && !query.includes(MARKER);

/** The times of all parts with the steps of the first; without a step its only time. */
function jointTimes(parts: readonly TimedQuery[]): Times {
  const { step = null, end = NaN } = parts[0] ?? {};
  if (step === null) return { start: end, end, step: 1000 };
  const same = parts.filter((part) => part.step === step);
  const start = Math.min(...same.map((part) => part.start));
  return { start, end: Math.max(...same.map((part) => part.end)), step };
}

/** The times of a part that are not those of the joined query; `null` where they are, or are too many. */
function singleTimes({ start, end, step }: TimedQuery, joint: Times): readonly number[] | null {
  if (step === null) return [end];
  if (step === joint.step && (start - joint.start) % step === 0) return null;
  const count = (end - start) / step + 1;
  return count <= MOST_SINGLE ? Array.from({ length: count }, (_, i) => start + i * step) : null;
}

/** Whether parts go well together: none is asked for much that it does not need. */
function fit(parts: readonly TimedQuery[]): boolean {
  const joint = jointTimes(parts);
  let text = 0;
  for (const part of parts) {
    const times = singleTimes(part, joint);
    if (!times && (part.step !== joint.step || (part.start - joint.start) % joint.step !== 0)) return false;
    text += (part.query.length + MARK + (times ? TIME : 0)) * (times?.length ?? 1);
  }
  return text <= MOST_TEXT && (joint.end - joint.start) / joint.step < MOST_TIMES;
}

/** As few groups as can be asked together, the finest steps first. */
export function groupsOf<Query extends TimedQuery>(queries: readonly Query[]): readonly (readonly Query[])[] {
  const groups: Query[][] = [];
  for (const one of [...queries].sort((a, b) => (a.step ?? Infinity) - (b.step ?? Infinity))) {
    const group = groups.find((others) => fit([...others, one]));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Where a server counts in steps of a window, this is the longest, ms. */
const LONGEST = 5 * MINUTE;

/**
 * Values at one time: of a window that holds this moment alone. Its time is fixed, so that a server works it out once,
 * whatever the range. Steps of the window lie on multiples of their width, so the widest is taken: VictoriaMetrics looks
 * at the steps of five more minutes.
 */
function valuesAt(expression: string, at: number): string {
  const step = Math.max(...STEPS.filter((one) => one <= LONGEST && at % one === 0));
  return `last_over_time((${expression})[${step - 1}ms:${seconds(step)}s] @ ${seconds(at)})`;
}

const union = (terms: readonly string[]): string => terms.join(' or ');

/**
 * One query for a group: each part is marked by its place in it, and what is of one time by the number of that, too. These
 * are sent at the beginning of the range alone.
 */
export function joinedQuery(parts: readonly TimedQuery[]): Times & TimedQuery {
  const joint = jointTimes(parts);
  const terms: string[] = [];
  const single = new Map<number, string[]>();
  parts.forEach((part, i) => {
    const marked = (mark: string): string => `label_replace(${part.query},"${MARKER}","${mark}","","")`;
    const times = singleTimes(part, joint);
    if (!times) terms.push(marked(`${i}`));
    times?.forEach((at, nth) => single.set(at, [...(single.get(at) ?? []), marked(`${i}.${nth}`)]));
  });
  const values = [...single].map(([at, all]) => valuesAt(union(all), at));
  if (values.length > 0) terms.push(`(${union(values)}) and on() (vector(time()) == ${seconds(joint.start)})`);
  return { ...joint, query: union(terms) };
}

/** The samples that a part asked for; of a single time those of the `nth`. */
function ownSamples(samples: readonly Sample[], part: TimedQuery, nth: string | undefined): readonly Sample[] {
  const { start, end, step } = part;
  if (nth === undefined) return samples.filter(([time]) => time >= seconds(start) && time <= seconds(end));
  const at = step === null ? end : start + Number(nth) * step;
  return samples.slice(0, 1).map(([, value]) => [seconds(at), value]);
}

/** Names in quotes. */
const QUOTED = /["'`]([a-zA-Z_:][\w:]*)["'`]/g;

/** Whether a notice speaks of a part: it names something in it, or nothing in any. */
function concerns(notice: string, part: TimedQuery, parts: readonly TimedQuery[]): boolean {
  const names = [...notice.matchAll(QUOTED)].map(([, name = '']) => name);
  const named = ({ query }: TimedQuery): boolean => query.split(/[^\w:]+/).some((word) => names.includes(word));
  return named(part) || !parts.some(named);
}

/** The answer of each part, as it would have got it by itself. Throws an Error where it cannot be told whose a series is. */
export function partsOf({ series, notices }: Body, parts: readonly TimedQuery[]): readonly Body[] {
  const each = parts.map(() => new Map<string, { metric: ServerSeries['metric']; samples: Sample[] }>());
  for (const { metric, samples } of series) {
    const { [MARKER]: mark = '', ...labels } = metric;
    const [, place = '', nth] = /^(\d+)(?:[.](\d+))?$/.exec(mark) ?? [];
    const part = parts[place === '' ? -1 : Number(place)];
    if (!part) throw new RangeError(`no part has the mark ${mark}`);
    const own = ownSamples(samples, part, nth);
    if (own.length === 0) continue;
    const key = JSON.stringify(Object.entries(labels).sort());
    const found = each[Number(place)];
    const before = found?.get(key);
    if (before) before.samples.push(...own);
    else found?.set(key, { metric: labels, samples: [...own] });
  }
  return parts.map((part, i) => ({
    series: [...(each[i]?.values() ?? [])],
    notices: notices.filter((notice) => concerns(notice, part, parts)),
  }));
}
