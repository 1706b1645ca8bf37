import type { PlotSpec } from '../../plot/index.js';
import type { Timeframe } from '../../timeframe/index.js';
import type { LegendEntry } from './legend.js';

const NONE: readonly LegendEntry[] = [];

/** The toggles of a legend that stand for replicas: they act on the whole time frame, and stay where they are off. */
export class ReplicaToggles {
  readonly #store: Timeframe;
  /** All toggles as they were shown last. */
  #seen: readonly LegendEntry[];
  /** Drawn when other replicas were chosen: until their data come, all toggles stay. */
  #before: PlotSpec | null;
  /** What the time frame showed while no toggle was off. */
  #whole: readonly string[] | null;

  constructor(store: Timeframe, seen: readonly LegendEntry[], spec: PlotSpec | null, whole: readonly string[] | null) {
    this.#store = store;
    this.#seen = seen;
    this.#before = spec;
    this.#whole = whole;
  }

  /** Other replicas are chosen while `spec` is drawn. */
  changed(spec: PlotSpec | null): void {
    this.#before = spec;
  }

  /** The toggles of `now`, which `spec` has, and those of replicas that are left out, each where it stood. */
  all(now: readonly LegendEntry[], spec: PlotSpec | null): readonly LegendEntry[] {
    const kept = new Map([...(spec === this.#before ? this.#seen : this.#out()), ...now].map((one) => [one.key, one]));
    const ordered = [...this.#seen, ...now].map(({ key }) => kept.get(key)).filter((one) => one !== undefined);
    this.#seen = [...new Set(ordered)];
    if (this.#out().length === 0) this.#whole = this.#store.state.replicas;
    return this.#seen;
  }

  /** Keys that are off: `own`, and those of replicas that are left out. */
  off(own: ReadonlySet<string>): ReadonlySet<string> {
    const out = this.#out();
    return out.length > 0 ? new Set([...own, ...out.map(({ key }) => key)]) : own;
  }

  /** Switches off what has these keys, and all others on. Returns those that are no replicas. */
  choose(off: ReadonlySet<string>): ReadonlySet<string> {
    const named = (isOff: boolean): readonly string[] =>
      this.#seen.flatMap(({ key, replica }) => (replica && off.has(key) === isOff ? replica : []));
    const replicas = chosen(this.#store, named(false), named(true), this.#whole);
    this.#store.request({ type: 'replicas', replicas });
    const keys = new Set(this.#seen.flatMap(({ key, replica }) => (replica ? key : [])));
    return new Set([...off].filter((key) => !keys.has(key)));
  }

  #out(): readonly LegendEntry[] {
    const { replicas } = this.#store.state;
    if (!replicas) return NONE;
    return this.#seen.filter(({ replica }) => replica !== undefined && !replicas.includes(replica));
  }
}

/** What else the time frame shows stays, unless one is shown alone; without any left out it is as before the first. */
function chosen(
  { state: { replicas, knownReplicas } }: Timeframe,
  on: readonly string[],
  off: readonly string[],
  whole: readonly string[] | null,
): readonly string[] | null {
  if (off.length === 0) return whole;
  if (on.length === 1) return on;
  const others = (replicas ?? knownReplicas.map(({ name }) => name)).filter((name) => !off.includes(name));
  return [...new Set([...others, ...on])];
}
