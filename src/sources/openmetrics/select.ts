import type { FrameRequest } from '../../core/index.js';
import { namesOf, type Profile, type Samples } from '../profiles/profile.js';
import { parseMatchers } from '../prometheus/matchers.js';
import type { HistorySeries, TargetHistory } from './history.js';

/** A series that a part of a profile is made of, and its labels in the words of the contract. */
export interface Selected {
  readonly target: TargetHistory;
  readonly series: HistorySeries;
  readonly replica: string;
  /** The values of the labels that the request keeps apart, in its order. */
  readonly kept: readonly (readonly [label: string, value: string])[];
}

type LabelNames = Readonly<Record<string, string | null>>;

const listOf = (value: string | readonly string[] | null | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** The value of a label of the contract. */
function labelOf(ours: string, profile: Profile, own: LabelNames, { labels }: HistorySeries): string {
  const theirs = Object.hasOwn(own, ours) ? listOf(own[ours]) : listOf(profile.labels?.[ours] ?? ours);
  for (const label of theirs) if (labels[label]) return labels[label];
  return '';
}

/** The name as counters are written with and without `_total`. */
const bare = (name: string): string => name.replace(/_total$/, '');

function holds(where: string): (series: HistorySeries) => boolean {
  const tests = parseMatchers(where).map(({ label, operator, value }) => {
    const pattern = operator.includes('~') ? new RegExp(`^(?:${value})$`) : null;
    const wanted = !operator.startsWith('!');
    return ({ labels }: HistorySeries) => {
      const text = labels[label] ?? '';
      return (pattern ? pattern.test(text) : text === value) === wanted;
    };
  });
  return (series) => tests.every((test) => test(series));
}

/** The series of the first name that there is. */
export function select(
  targets: readonly TargetHistory[],
  profile: Profile,
  { suffix = '', labels = {}, ...samples }: Samples & { readonly suffix?: string; readonly labels?: LabelNames },
  { by, replicas }: FrameRequest,
): readonly Selected[] {
  const matches = holds(samples.where ?? '');
  for (const name of namesOf(samples)) {
    const found: Selected[] = [];
    for (const target of targets) {
      for (const series of target.series) {
        if (bare(series.name) !== bare(name + suffix) || !matches(series)) continue;
        const replica = labelOf('replica', profile, labels, series) || target.replica;
        if (replicas && replica && !replicas.includes(replica)) continue;
        const kept = by
          .filter((label) => label !== 'quantile' && label !== 'series')
          .map((label) => [label, label === 'replica' ? replica : labelOf(label, profile, labels, series)] as const)
          .filter(([, value]) => value !== '');
        found.push({ target, series, replica, kept });
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}
