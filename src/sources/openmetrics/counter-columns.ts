import type { Counter, Samples } from '../profiles/profile.js';
import { grouped, joinAll, joinedEach, keyOf, replicaOf } from './join.js';
import { scaled, type Column, type Place } from './place.js';
import { select, type LabelNames, type Selected } from './select.js';
import { increases, levels } from './step-values.js';

/** What the values of each replica are shares of, by replica. */
export async function wholes(
  samples: Samples | undefined,
  labels: LabelNames | undefined,
  place: Place,
  valuesOf: (one: Selected) => Float64Array,
): Promise<ReadonlyMap<string, Float64Array> | undefined> {
  if (!samples) return undefined;
  const { turns } = place;
  const selected = await select(place, { ...samples, ...(labels && { labels }) });
  const all = new Map<string, Float64Array>();
  for (const own of await grouped(selected, replicaOf, turns))
    all.set(own[0]?.replica ?? '', await joinedEach('sum', own, valuesOf, turns));
  return all;
}

/** What was counted in each step. */
export async function counterColumns(part: Counter, place: Place): Promise<readonly Column[]> {
  const { grid, turns } = place;
  const { labels: names } = part;
  const increasesOf = ({ target, series }: Selected): Float64Array => increases(target, series, grid);
  if (part.per) {
    const counted = async (samples: Samples): Promise<readonly Column[]> => {
      const columns: Column[] = [];
      const selected = await select(place, { ...samples, ...(names && { labels: names }) });
      for (const group of await grouped(selected, keyOf, turns))
        columns.push({ labels: group[0]?.kept ?? [], values: await joinedEach('sum', group, increasesOf, turns) });
      return columns;
    };
    const counts = new Map((await counted(part.per)).map(({ labels, values }) => [JSON.stringify(labels), values]));
    return (await counted(part)).map(({ labels, values }) => {
      const count = counts.get(JSON.stringify(labels));
      return { labels, values: values.map((value, i) => (value / (count?.[i] ?? NaN)) * (part.factor ?? 1)) };
    });
  }
  const factor = (part.factor ?? 1) / (part.perSecond ? grid.width / 1000 : 1);
  const whole = await wholes(part.dividedBy, names, place, ({ target, series }) => levels(target, series, grid));
  const valuesOf = (one: Selected): Float64Array => scaled(increasesOf(one), factor);
  return joinAll(await select(place, part), part, valuesOf, turns, { whole, above: part.above });
}
