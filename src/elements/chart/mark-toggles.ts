import type { PlotSpec } from '../../plot/index.js';
import type { TimeframeStore, TimeframeState } from '../../timeframe/index.js';
import { loadLate } from '../base/load-late.js';
import type { LegendEntry } from './legend.js';
import type { ReplicaToggles } from './replica-toggles.js';

const replicaToggles = loadLate(() => import('./replica-toggles.js'));

/** What toggles know of their chart, and what they tell it. */
export interface TogglesHost {
  store(): TimeframeStore | null;
  /** What is drawn. */
  spec(): PlotSpec | null;
  /** The legend as it was rendered last. */
  legend(): readonly LegendEntry[];
  /** Others are off. */
  changed(): void;
}

/** Which marks of a chart are switched off: those of replicas on the whole time frame, all others here. */
export class MarkToggles {
  readonly #host: TogglesHost;
  /** Keys of marks that are switched off, but for those of replicas once there are toggles for these. */
  #hidden: ReadonlySet<string> = new Set();
  #replicas: ReplicaToggles | null = null;

  constructor(host: TogglesHost) {
    this.#host = host;
  }

  /** Keys of marks that are off. */
  get off(): ReadonlySet<string> {
    return this.#replicas?.off(this.#hidden) ?? this.#hidden;
  }

  /** The toggles for what `spec` draws, `entries`, and for replicas that are left out. */
  all(entries: readonly LegendEntry[], spec: PlotSpec | null): readonly LegendEntry[] {
    return this.#replicas?.all(entries, spec) ?? entries;
  }

  readonly toggle = (key: string): void => {
    const hidden = new Set(this.off);
    if (!hidden.delete(key)) hidden.add(key);
    this.hide(hidden, false);
  };

  /** Switches off what has these keys, and all others on; `alone` means exactly those that are left. */
  hide(keys: ReadonlySet<string>, alone: boolean): void {
    this.#hidden = keys;
    this.#host.changed();
    const store = this.#host.store();
    if (store) void this.#bring(store.state, keys, alone);
  }

  /** Replicas were chosen, elsewhere too; `before` is the state of which the legend was rendered. */
  replicasChanged(before: TimeframeState): void {
    void this.#bring(before);
  }

  /** Something was drawn: what is left out may be so since before. */
  drawn(): void {
    const store = this.#host.store();
    if (store?.state.replicas && !this.#replicas) void this.#bring(store.state);
  }

  /** It is another time frame. */
  restart(): void {
    this.#replicas = null;
  }

  /** What hides replicas everywhere comes with the first choice; `keys` are those that are switched off here. */
  async #bring(before: TimeframeState, keys?: ReadonlySet<string>, alone = false): Promise<void> {
    const store = this.#host.store();
    const spec = this.#host.spec();
    const entries = this.#host.legend();
    this.#replicas?.changed(spec);
    if (!store || entries.every(({ replica }) => replica === undefined)) return;
    if (!this.#replicas) {
      const loaded = await replicaToggles();
      if (!loaded || store !== this.#host.store()) return;
      this.#replicas ??= new loaded.ReplicaToggles(store, entries, spec, before);
    }
    if (keys) this.#hidden = this.#replicas.choose(keys, alone);
    this.#host.changed();
  }
}
