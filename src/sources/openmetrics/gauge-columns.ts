import { indexFrom } from '../../core/index.js';
import type { Gauge } from '../profiles/profile.js';
import { joinAll } from './join.js';
import { scaled, type Column, type Place } from './place.js';
import { select, type Selected } from './select.js';
import { levels, valuesAt } from './step-values.js';
import { wholes } from './counter-columns.js';

/** A highest value says no more than the mean where a step has one scrape or two. */
const hasPeak = ({ request: { by }, grid: { width }, scrape }: Place): boolean =>
  by.every((label) => label === 'quantile' || label === 'series') && width > 2 * scrape;

/** The scrapes of the targets in the range, ascending. */
function momentsOf({ targets, grid: { times, width } }: Place): Float64Array {
  const [first = Infinity] = times;
  const end = (times.at(-1) ?? -Infinity) + width;
  const all = new Set<number>();
  for (const target of targets) {
    for (let i = indexFrom(target.times, first); i < indexFrom(target.times, end); i++) all.add(target.times[i] ?? NaN);
  }
  return Float64Array.from(all).sort();
}

/** The highest of each step of what is known at some moments. */
function highestOf(values: Float64Array, moments: Float64Array, { grid }: Place): Float64Array {
  const highest = new Float64Array(grid.times.length).fill(NaN);
  values.forEach((value, i) => {
    const index = Math.floor(((moments[i] ?? NaN) - (grid.times[0] ?? NaN)) / grid.width);
    if (!Number.isNaN(value)) highest[index] = Math.max(highest[index] || value, value);
  });
  return highest;
}

/** The mean in each step or, as `highest` says, the highest at one time; and that beside it where it is asked for. */
export function gaugeColumns(part: Gauge, place: Place): readonly Column[] {
  const { targets, profile, request, grid } = place;
  const { labels = {}, plus = [], factor } = part;
  const selected = [part, ...plus].flatMap((samples) => select(targets, profile, { ...samples, labels }, request));
  const columns = (valuesOf: (one: Selected) => Float64Array): readonly Column[] =>
    joinAll(selected, part, valuesOf, { whole: wholes(part.dividedBy, labels, place, valuesOf) }).map((column) => ({
      ...column,
      values: scaled(column.values, factor),
    }));
  const peaks = (): readonly Column[] => {
    const moments = momentsOf(place);
    const valuesOf = ({ target, series }: Selected): Float64Array => valuesAt(target, series, moments);
    const all = joinAll(selected, part, valuesOf, { whole: wholes(part.dividedBy, labels, place, valuesOf) });
    return all.map((column) => ({
      ...column,
      values: scaled(highestOf(column.values, moments, place), factor),
    }));
  };
  if (part.highest) return peaks();
  const means = columns(({ target, series }) => levels(target, series, grid));
  if (!part.peak || !hasPeak(place)) return means;
  return [
    ...means,
    ...peaks().map((column) => ({ ...column, labels: [['series', 'max'] as const, ...column.labels] })),
  ];
}
