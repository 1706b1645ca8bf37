import type { GuessedMetric, Part } from '../profiles/profile.js';
import type { TargetHistory } from './history.js';

/** Names by which a route that publishes none may call its gauges. */
const NAMES: Readonly<Record<GuessedMetric, RegExp>> = {
  'gpu-memory': /gpu.*mem|mem.*gpu|vram/i,
  gpu: /^(?!.*(?:mem|vram)).*gpu.*(?:usage|util|percent|ratio)/i,
  memory: /^(?!.*gpu).*mem/i,
};
const LIMIT = /limit|total|max|capacity/i;
const OTHER = /free|available|request|temperature|power/i;

/** A name longer than that is none of these; the patterns above take a time that grows with its square. */
const LONGEST_NAME = 200;

/** What units stand for in ours, by the end of a name with its unit. */
const BYTES: readonly (readonly [RegExp, number])[] = [
  [/_(?:kibibytes|kib)$/i, 1024],
  [/_(?:mebibytes|mib)$/i, 1024 ** 2],
  [/_(?:gibibytes|gib)$/i, 1024 ** 3],
  [/_(?:kilobytes|kb)$/i, 1e3],
  [/_(?:megabytes|mb)$/i, 1e6],
  [/_(?:gigabytes|gb)$/i, 1e9],
  [/_bytes$/i, 1],
];
const RATIO: readonly (readonly [RegExp, number])[] = [
  [/_perc(?:ent(?:age)?)?$/i, 0.01],
  [/_(?:ratio|usage|utili[sz]ation)$/i, 1],
];

/** The gauges of the texts by what their `# TYPE` lines say, each name once, and the unit of its `# UNIT` line. */
const gaugesOf = (targets: readonly TargetHistory[]): ReadonlyMap<string, string> =>
  new Map(
    targets.flatMap((target) =>
      [...target.series]
        .filter(({ type, name }) => type === 'gauge' && name.length <= LONGEST_NAME)
        .map(({ name, unit }) => [name, unit] as const),
    ),
  );

/** What the gauges of a text are called for a metric whose names a profile leaves open; none where unsure. */
export function guessedParts(metric: GuessedMetric, targets: readonly TargetHistory[]): readonly Part[] {
  const units = metric === 'gpu' ? RATIO : BYTES;
  const found = [...gaugesOf(targets)].flatMap(([name, told]) => {
    const written = told === '' || name.endsWith(`_${told}`) ? name : `${name}_${told}`;
    const [, factor] = units.find(([unit]) => unit.test(written)) ?? [];
    return factor !== undefined && NAMES[metric].test(name) && !OTHER.test(name) ? [{ name, factor }] : [];
  });
  const used = found.find(({ name }) => !LIMIT.test(name));
  if (!used) return [];
  if (metric === 'gpu') {
    return [
      { type: 'gauge', ...used, within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ];
  }
  const limit = found.find(({ name }) => LIMIT.test(name));
  return [
    { type: 'gauge', ...used, across: 'avg' },
    ...(limit ? [{ type: 'gauge', ...limit, across: 'max', series: 'limit' } as const] : []),
  ];
}
