import type { Part } from '../profiles/profile.js';
import type { TargetHistory } from './history.js';

/** Names by which a route that publishes none may call its gauges. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'gpu-memory': /gpu\w*(?:mem|vram)|(?:mem|vram)\w*gpu/i,
  gpu: /gpu(?!\w*(?:mem|vram))\w*(?:usage|util)/i,
  memory: /^(?!\w*gpu)\w*mem\w*(?:usage|used|bytes)/i,
};

/** What the gauges of a text are called for a metric that a profile leaves open, by their names; none where unsure. */
export function guessedParts(metric: string, targets: readonly TargetHistory[]): readonly Part[] {
  const pattern = Object.hasOwn(PATTERNS, metric) ? PATTERNS[metric] : undefined;
  if (!pattern) return [];
  const names = new Set(
    targets.flatMap((target) =>
      [...target.series]
        .filter(({ name, type }) => type === 'gauge' && pattern.test(name) && !/limit|total|max/i.test(name))
        .map(({ name }) => name),
    ),
  );
  const ratio = metric === 'gpu';
  return [...names]
    .filter((name) => (ratio ? /percent|ratio|util|usage/i.test(name) : /bytes/i.test(name)))
    .slice(0, 1)
    .map((name) => ({
      type: 'gauge',
      name,
      within: ratio ? 'avg' : 'sum',
      across: 'avg',
      ...(ratio && /percent/i.test(name) && { factor: 0.01 }),
    }));
}
