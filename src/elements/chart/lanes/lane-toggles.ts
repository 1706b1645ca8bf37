import type { PlotSpec } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import type { LegendEntry } from '../legend.js';
import { ReplicaToggles } from '../replica-toggles.js';

const NONE: ReadonlySet<string> = new Set();

/** Lanes as toggles: they act on the whole time frame, as those of replicas in a legend do. */
export class LaneToggles {
  readonly #toggles: ReplicaToggles;

  constructor(store: TimeframeStore, spec: PlotSpec) {
    this.#toggles = new ReplicaToggles(store, entriesOf(spec), spec, store.state);
  }

  /** Leaves the replica out, or shows it again. Tells if it was the only one, which brings back what was there before. */
  toggle(replica: string, spec: PlotSpec): boolean {
    const off = new Set(this.#off(spec));
    if (!off.delete(replica)) off.add(replica);
    return this.#choose(off, spec, false);
  }

  /** The replica alone; where it is alone already, what was there before, as `toggle` tells. */
  only(replica: string, spec: PlotSpec): boolean {
    const off = this.#off(spec);
    const others = this.#seen(spec).filter(({ key }) => key !== replica);
    const alone = others.every(({ key }) => off.has(key)) && !off.has(replica);
    return this.#choose(alone ? new Set([...off, replica]) : new Set(others.map(({ key }) => key)), spec, true);
  }

  #seen(spec: PlotSpec): readonly LegendEntry[] {
    return this.#toggles.all(entriesOf(spec), spec);
  }

  #off(spec: PlotSpec): ReadonlySet<string> {
    this.#seen(spec);
    return this.#toggles.off(NONE);
  }

  /** Shows all where none would be left, and tells so. */
  #choose(off: ReadonlySet<string>, spec: PlotSpec, alone: boolean): boolean {
    const none = this.#seen(spec).every(({ key }) => off.has(key));
    this.#toggles.changed(spec);
    this.#toggles.choose(none ? NONE : off, alone);
    return none;
  }
}

const entriesOf = ({ lanes = [] }: PlotSpec): readonly LegendEntry[] =>
  lanes.flatMap(({ replica }) =>
    replica === undefined
      ? []
      : [{ key: replica, label: replica, replica, role: 'replica-0' as const, kind: 'lanes' as const, shade: 0 }],
  );
