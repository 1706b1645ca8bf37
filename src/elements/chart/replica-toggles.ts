import type { PlotSpec } from '../../plot/index.js';
import { choiceOf, type ReplicaChoice, type TimeframeStore, type TimeframeState } from '../../timeframe/index.js';
import type { LegendEntry } from './legend.js';

const NONE: readonly LegendEntry[] = [];

/** The toggles of a legend that stand for replicas: they act on the whole time frame, and stay where they are off. */
export class ReplicaToggles {
  readonly #store: TimeframeStore;
  /** All toggles as they were shown last. */
  #seen: readonly LegendEntry[];
  /** Drawn when other replicas were chosen: until their data come, all toggles stay. */
  #before: PlotSpec | null;
  /** What the time frame showed while no toggle was off. */
  #whole: ReplicaChoice;

  /** `before` is the state of which `seen` and `spec` were drawn. */
  constructor(store: TimeframeStore, seen: readonly LegendEntry[], spec: PlotSpec | null, before: TimeframeState) {
    this.#store = store;
    this.#seen = seen;
    this.#before = spec;
    this.#whole = choiceOf(before);
  }

  /** Other replicas are chosen while `spec` is drawn. */
  changed(spec: PlotSpec | null): void {
    this.#before = spec;
  }

  /** The toggles of `now`, which `spec` has, and those of replicas that are left out, each where it stood. */
  all(now: readonly LegendEntry[], spec: PlotSpec | null): readonly LegendEntry[] {
    this.#addHidden(now);
    const kept = new Map(
      [...(spec === this.#before ? this.#seen : this.#out()), ...now].map((one) => [idOf(one), one]),
    );
    const ordered = [...this.#seen, ...now].map((one) => kept.get(idOf(one))).filter((one) => one !== undefined);
    this.#seen = [...new Set(ordered)];
    if (this.#out().length === 0) this.#whole = choiceOf(this.#store.state);
    return this.#seen;
  }

  /** Keys that are off: `own`, and those of replicas that are left out. */
  off(own: ReadonlySet<string>): ReadonlySet<string> {
    const out = this.#out();
    return out.length > 0 ? new Set([...own, ...out.map(({ key }) => key)]) : own;
  }

  /**
   * Switches off what has these keys, and all others on; `alone` means exactly those that are left. Returns those that
   * are no replicas.
   */
  choose(off: ReadonlySet<string>, alone: boolean): ReadonlySet<string> {
    const named = (isOff: boolean): readonly string[] =>
      this.#seen.flatMap(({ key, replica }) => (replica && off.has(key) === isOff ? replica : []));
    const [on, out] = [named(false), named(true)];
    // The only one brings back what was there before it.
    const last = on.length === 0 && (this.#out().length > 0 ? this.#whole : null);
    const some = alone ? on : without(out, on, this.#store.state);
    const replicas = out.length === 0 ? this.#whole : last === false ? some : last;
    this.#store.request({ type: 'replicas', replicas });
    const keys = new Set(this.#seen.filter(isReplica).map(({ key }) => key));
    return new Set([...off].filter((key) => !keys.has(key)));
  }

  /**
   * Those that were left out before they were drawn here have their place, too: among the others, in the order and with
   * the slots in which they are known. What the page does not name at home is not left out, but was never to be shown.
   */
  #addHidden(now: readonly LegendEntry[]): void {
    const { replicas, except, knownReplicas } = this.#store.state;
    const drawn = this.#seen.some(isReplica) ? this.#seen : now;
    const like = drawn.find(isReplica);
    if (!like || !replicas) return;
    const home = this.#store.homeState().replicas;
    const whole = home && 'except' in home ? null : home;
    const all = knownReplicas.flatMap(({ name, slot }) => {
      const there = drawn.find(({ replica }) => replica === name);
      if (there ?? (replicas.includes(name) || (!except && whole?.includes(name) === false))) return there ?? [];
      return { ...like, key: `replica ${name}`, label: name, replica: name, role: `replica-${slot}` as const };
    });
    if (all.every((one) => drawn.includes(one))) return;
    this.#seen = [...new Set([...all, ...drawn])];
    this.#whole = whole;
  }

  #out(): readonly LegendEntry[] {
    const { replicas } = this.#store.state;
    if (!replicas) return NONE;
    return this.#seen.filter(({ replica }) => replica !== undefined && !replicas.includes(replica));
  }
}

const isReplica = ({ replica }: LegendEntry): boolean => replica !== undefined;

/** A replica is known by its name: what its mark is known by depends on its data. */
const idOf = ({ key, replica }: LegendEntry): string => (replica === undefined ? key : `replica ${replica}`);

/** What else the time frame shows stays. Where the choice is not by name, those that come later are shown, too. */
function without(out: readonly string[], on: readonly string[], { replicas, except }: TimeframeState): ReplicaChoice {
  if (except || !replicas)
    return { except: [...new Set([...(except ?? []), ...out])].filter((name) => !on.includes(name)) };
  return [...new Set([...replicas.filter((name) => !out.includes(name)), ...on])];
}
