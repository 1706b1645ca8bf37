/** One state of a lane, in pixels from the left of the data. */
export interface LaneSpan {
  readonly state: string;
  readonly left: number;
  readonly right: number;
}

/** Of states that fall on one pixel the one later in this list is shown; any other state has the place of ''. */
const BY_WEIGHT = [
  'running',
  'initializing',
  'pulling',
  'downloading',
  'pending',
  '',
  'terminating',
  'evicted',
  'failed',
];
const OTHER = BY_WEIGHT.indexOf('');
const NOBODY = -1;

const weightOf = (state: string): number => {
  const weight = BY_WEIGHT.indexOf(state);
  return weight < 0 ? OTHER : weight;
};

/**
 * For each of `width` pixel columns the index of the span that shows there, -1 where none does. Spans are ascending. Each
 * has the columns that it rounds to; one that rounds to none takes one of a neighbour that has more, else the one of a
 * state that weighs less. At last those narrower than `least` grow over neighbours that are wider.
 */
export function ownColumns(spans: readonly LaneSpan[], width: number, least: number): Int32Array {
  const owners = new Int32Array(Math.max(0, width)).fill(NOBODY);
  /** Columns of each span. */
  const held = new Int32Array(spans.length);
  const lost: number[][] = BY_WEIGHT.map(() => []);
  const give = (column: number, span: number): void => {
    const before = owners[column] ?? NOBODY;
    if (before !== NOBODY) held[before] = (held[before] ?? 0) - 1;
    owners[column] = span;
    held[span] = (held[span] ?? 0) + 1;
  };
  spans.forEach(({ state, left, right }, i) => {
    const end = Math.min(width, Math.round(right));
    for (let column = Math.max(0, Math.round(left)); column < end; column++) give(column, i);
    if (held[i] === 0) lost[weightOf(state)]?.push(i);
  });
  /** Whether the column can be had without leaving its owner none. */
  const spare = (column: number): boolean => {
    const owner = owners[column];
    return owner !== undefined && (owner === NOBODY || (held[owner] ?? 0) > 1);
  };
  for (const span of lost.reverse().flat()) {
    const { state, left, right } = spans[span] ?? { state: '', left: 0, right: 0 };
    const column = Math.max(0, Math.min(width - 1, Math.floor((left + right) / 2)));
    const owner = owners[column] ?? NOBODY;
    const there = spans[owner]?.state;
    if (there === state) continue;
    // Beside it on the side where it comes in time.
    const beside = span < owner ? column - 1 : column + 1;
    if (spare(column)) give(column, span);
    else if (spare(beside)) give(beside, span);
    else if (weightOf(state) > weightOf(there ?? '')) give(column, span);
  }
  widen(owners, held, least);
  return owners;
}

/** Lets what is narrower than `least` grow, to the right and then to the left, over what keeps more than that. */
function widen(owners: Int32Array, held: Int32Array, least: number): void {
  const grow = (column: number, from: number): void => {
    const [owner = NOBODY, next] = [owners[from], owners[column]];
    if (owner === NOBODY || next === undefined || next === owner || (held[owner] ?? 0) >= least) return;
    if (next !== NOBODY && (held[next] ?? 0) <= least) return;
    owners[column] = owner;
    held[owner] = (held[owner] ?? 0) + 1;
    if (next !== NOBODY) held[next] = (held[next] ?? 0) - 1;
  };
  for (let column = 1; column < owners.length; column++) grow(column, column - 1);
  for (let column = owners.length - 2; column >= 0; column--) grow(column, column + 1);
}
