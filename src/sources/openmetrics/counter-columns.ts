import type { Counter, Samples } from '../profiles/profile.js';
import { grouped, joinAll, joined, keyOf } from './join.js';
import { scaled, type Column, type Place } from './place.js';
import { select, type LabelNames, type Selected } from './select.js';
import { increases, levels } from './step-values.js';

/** What the values of each replica are shares of, by replica. */
export function wholes(
  samples: Samples | undefined,
  labels: LabelNames | undefined,
  { targets, profile, request }: Place,
  valuesOf: (one: Selected) => Float64Array,
): ReadonlyMap<string, Float64Array> | undefined {
  if (!samples) return undefined;
  const selected = select(targets, profile, { ...samples, ...(labels && { labels }) }, request);
  return new Map(
    grouped(selected, ({ replica }) => replica).map((own) => [own[0]?.replica ?? '', joined('sum', own.map(valuesOf))]),
  );
}

/** What was counted in each step. */
export function counterColumns(part: Counter, place: Place): readonly Column[] {
  const { targets, profile, request, grid } = place;
  const counted = (samples: Samples): readonly Column[] => {
    const selected = select(targets, profile, { ...samples, ...(part.labels && { labels: part.labels }) }, request);
    return grouped(selected, keyOf).map((group) => ({
      labels: group[0]?.kept ?? [],
      values: joined(
        'sum',
        group.map(({ target, series }) => increases(target, series, grid)),
      ),
    }));
  };
  if (part.per) {
    const counts = new Map(counted(part.per).map(({ labels, values }) => [JSON.stringify(labels), values]));
    return counted(part).map(({ labels, values }) => {
      const count = counts.get(JSON.stringify(labels));
      return { labels, values: values.map((value, i) => (value / (count?.[i] ?? NaN)) * (part.factor ?? 1)) };
    });
  }
  const factor = (part.factor ?? 1) / (part.perSecond ? grid.width / 1000 : 1);
  const valuesOf = ({ target, series }: Selected): Float64Array => scaled(increases(target, series, grid), factor);
  const whole = wholes(part.dividedBy, part.labels, place, ({ target, series }) => levels(target, series, grid));
  return joinAll(select(targets, profile, part, request), part, valuesOf, { whole, above: part.above });
}
