import type { GuessedMetric, Part } from '../profiles/profile.js';
import type { TargetHistory } from './history.js';

/** Names by which a route that publishes none may call its gauges. */
const NAMES: Readonly<Record<GuessedMetric, RegExp>> = {
  'gpu-memory': /gpu.*mem(?:ory)?(?:_|$)|mem(?:ory)?_.*gpu|vram/i,
  gpu: /^(?!.*(?:mem|vram)).*gpu.*(?:usage|util|percent|ratio)/i,
  memory: /^(?!.*(?:gpu|vram))(?:.*_)?mem(?:ory)?(?:_|$)/i,
};
const USED = /_(?:usage|used|in_use|working_set)(?=_|$)/i;
const LIMIT = /_(?:limit|total|max(?:imum)?|capacity|size|quota|installed)(?=_|$)/i;
const OTHER =
  /free|avail|request|reserve|swap|cache|buffer|shared|peak|temperature|power|clock|bandwidth|encode|decode/i;

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

/** A share of a GPU without a unit that was ever above that is in percent. */
const HIGHEST_RATIO = 2;

/** The gauges of the texts by what their `# TYPE` lines say, each name once, and the unit of its `# UNIT` line. */
const gaugesOf = (targets: readonly TargetHistory[]): ReadonlyMap<string, string> =>
  new Map(
    targets.flatMap((target) =>
      [...target.series]
        .filter(({ type, name }) => type === 'gauge' && name.length <= LONGEST_NAME)
        .map(({ name, unit }) => [name, unit] as const),
    ),
  );

function isEverAbove(bound: number, name: string, targets: readonly TargetHistory[]): boolean {
  for (const target of targets)
    for (const series of target.named(name))
      for (let scrape = series.first; scrape < series.end; scrape++) if (series.at(scrape) > bound) return true;
  return false;
}

interface Found {
  readonly name: string;
  readonly factor: number;
  /** The name without its unit and without what says whether it is in use or the limit: what it is of. */
  readonly of: string;
}

/** What the gauges of a text are called for a metric whose names a profile leaves open; none where unsure. */
export function guessedParts(metric: GuessedMetric, targets: readonly TargetHistory[]): readonly Part[] {
  const units = metric === 'gpu' ? RATIO : BYTES;
  const found = [...gaugesOf(targets)].flatMap(([name, told]): readonly Found[] => {
    const written = told === '' || name.endsWith(`_${told}`) ? name : `${name}_${told}`;
    const [unit, factor] = units.find(([one]) => one.test(written)) ?? [];
    if (!unit || factor === undefined || !NAMES[metric].test(name) || OTHER.test(name)) return [];
    return [{ name, factor, of: name.replace(unit, '').replace(USED, '').replace(LIMIT, '') }];
  });
  // What names neither is in use: `memory_bytes`. What names both is unclear: `memory_total_used_bytes`.
  const used = found.filter(({ name }) => !LIMIT.test(name));
  const limits = found.filter(({ name }) => LIMIT.test(name) && !USED.test(name));
  const limitOf = ({ of }: Found): Found | undefined => limits.find((limit) => limit.of === of);
  const rank = (one: Found): number => (limitOf(one) ? 2 : 0) + (USED.test(one.name) ? 1 : 0);
  const best = used.reduce<Found | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined);
  if (!best) return [];
  const { name } = best;
  if (metric === 'gpu') {
    const isPercent = best.factor === 1 && !/_ratio$/i.test(name) && isEverAbove(HIGHEST_RATIO, name, targets);
    const factor = isPercent ? 0.01 : best.factor;
    return [
      { type: 'gauge', name, factor, within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ];
  }
  const limit = limitOf(best);
  return [
    { type: 'gauge', name, factor: best.factor, across: 'avg' },
    ...(limit
      ? [{ type: 'gauge', name: limit.name, factor: limit.factor, across: 'max', series: 'limit' } as const]
      : []),
  ];
}
