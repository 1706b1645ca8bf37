import { labelKey } from '../../core/index.js';
import { namesOf, type Profile, type Samples } from '../profiles/profile.js';
import { readWhere } from '../profiles/where.js';
import type { TargetHistory } from './history.js';
import type { HistorySeries } from './history-series.js';
import type { Place } from './place.js';

/** A series that a part of a profile is made of, and its labels in the words of the contract. */
export interface Selected {
  readonly target: TargetHistory;
  readonly series: HistorySeries;
  readonly replica: string;
  /** The values of the labels that the request keeps apart, in its order. */
  readonly kept: readonly (readonly [label: string, value: string])[];
}

export type LabelNames = Readonly<Record<string, string | null>>;
type Selectable = Samples & { readonly suffix?: string; readonly labels?: LabelNames };

const listOf = (value: string | readonly string[] | null | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** The value of a label of the contract. */
function labelOf(
  ours: string,
  profile: Profile,
  own: LabelNames,
  { labels }: HistorySeries,
  { replica, instance }: TargetHistory,
): string {
  const theirs = Object.hasOwn(own, ours) ? listOf(own[ours]) : listOf(profile.labels?.[ours] ?? ours);
  for (const label of theirs) if (labels[label]) return labels[label];
  if (ours !== 'replica') return '';
  return replica || (theirs.includes('instance') ? instance : '');
}

/** The series of a target; where a metric was renamed, the newer name's of those that both have. */
function* seriesOf(
  target: TargetHistory,
  { where = '', suffix = '', ...samples }: Selectable,
): Iterable<HistorySeries> {
  const holds = readWhere(where);
  const seen = new Set<string>();
  for (const name of namesOf(samples)) {
    for (const series of target.named(name + suffix)) {
      if (!holds(series.labels)) continue;
      const key = labelKey(series.labels);
      if (!seen.has(key)) yield series;
      seen.add(key);
    }
  }
}

/** The series that are asked for, of the replicas that are; those of no replica only where none of them has one. */
export async function select(
  { targets, profile, request: { by, replicas }, turns }: Pick<Place, 'targets' | 'profile' | 'request' | 'turns'>,
  samples: Selectable,
): Promise<readonly Selected[]> {
  const { labels = {} } = samples;
  const labelsKept = by.filter((label) => label !== 'quantile' && label !== 'series');
  const all: Selected[] = [];
  for (const target of targets) {
    for (const series of seriesOf(target, samples)) {
      if (turns.due) await turns.take();
      const replica = labelOf('replica', profile, labels, series, target);
      const kept = labelsKept
        .map(
          (label) => [label, label === 'replica' ? replica : labelOf(label, profile, labels, series, target)] as const,
        )
        .filter(([, value]) => value !== '');
      all.push({ target, series, replica, kept });
    }
  }
  if (!replicas || all.every(({ replica }) => replica === '')) return all;
  const asked = new Set(replicas);
  return all.filter(({ replica }) => asked.has(replica));
}

/** Whether there is any series of these. */
export const isThere = (targets: readonly TargetHistory[], samples: Selectable): boolean =>
  targets.some((target) => seriesOf(target, samples)[Symbol.iterator]().next().done === false);
