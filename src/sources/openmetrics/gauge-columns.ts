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
export async function gaugeColumns(part: Gauge, place: Place): Promise<readonly Column[]> {
  const { grid, turns } = place;
  const { labels = {}, plus = [], factor } = part;
  const lists = [];
  for (const samples of [part, ...plus]) lists.push(await select(place, { ...samples, labels }));
  const selected = lists.flat();
  const joinedBy = async (valuesOf: (one: Selected) => Float64Array): Promise<readonly Column[]> => {
    const whole = await wholes(part.dividedBy, labels, place, valuesOf);
    return joinAll(selected, part, valuesOf, turns, { whole });
  };
  const peaks = async (): Promise<readonly Column[]> => {
    const moments = momentsOf(place);
    const all = await joinedBy(({ target, series }) => valuesAt(target, series, moments));
    return all.map((column) => ({ ...column, values: scaled(highestOf(column.values, moments, place), factor) }));
  };
  if (part.highest) return peaks();
  const levelled = await joinedBy(({ target, series }) => levels(target, series, grid));
  const means = levelled.map((column) => ({ ...column, values: scaled(column.values, factor) }));
  if (!part.peak || !hasPeak(place)) return means;
  return [
    ...means,
    ...(await peaks()).map((column) => ({ ...column, labels: [['series', 'max'] as const, ...column.labels] })),
  ];
}
