import type { Source } from '../core/index.js';
import type { Clock } from './clock.js';
import { readDescription } from './description.js';
import { LaterMetrics } from './later-metrics.js';
import { Latest } from './latest.js';
import { queryCacheOf } from './query-cache.js';
import { ReplicaSlots } from './replica-slots.js';
import { replicaStates } from './replica-states.js';
import { requestFor } from './request-for.js';
import type { ReplicaSlot, TimeframeState } from './state.js';

/** What an inventory knows of its time frame, and what it tells it. */
export interface InventoryHost {
  state(): TimeframeState;
  /** Other metrics or replicas are known. */
  learned(known: Partial<Pick<TimeframeState, 'metrics' | 'knownReplicas'>>): void;
  /** It has said all that steps and questions may wait for. */
  described(): void;
  /** Replicas that were asked for by name may be others. */
  sought(): void;
}

/** What the source has: its metrics, its replicas with their places in the palette, its smallest step. */
export class SourceInventory {
  readonly #host: InventoryHost;
  readonly #describing = new Latest();
  readonly #seeking = new Latest();
  readonly #later: LaterMetrics;
  #slots = new ReplicaSlots();
  #slotsBefore: readonly ReplicaSlot[] = [];
  /** The source could not say what it has, or had nothing: it is asked again with each refresh. */
  #undescribed = false;
  #minStep = 0;

  constructor(clock: Clock, host: InventoryHost) {
    this.#later = new LaterMetrics(clock);
    this.#host = host;
  }

  /** ms; 0 where any step makes sense. */
  get minStep(): number {
    return this.#minStep;
  }

  /** In order of first sight; the same array until there is a new one. */
  get replicas(): readonly ReplicaSlot[] {
    return this.#slots.list;
  }

  /** It is about to be told what the first questions depend on. */
  get busy(): boolean {
    return this.#describing.running || this.#seeking.running;
  }

  see(names: Iterable<string | undefined>): void {
    this.#slots.see(names);
  }

  /** Places that replicas had before, in this page or another; those that are known already go with them. */
  keep(before: readonly ReplicaSlot[]): void {
    const known = this.replicas;
    this.#slots = new ReplicaSlots((this.#slotsBefore = before));
    this.see(known.map(({ name }) => name));
  }

  /** It is another source, which is asked what it has. */
  restart(source: Source | null): void {
    this.#describing.cancel();
    this.#later.stop();
    this.#seeking.cancel();
    this.#undescribed = false;
    this.#slots = new ReplicaSlots(this.#slotsBefore);
    this.#minStep = 0;
    if (source?.describe) this.#describe(source);
  }

  /** With a refresh: what it could not say, or has since. */
  refresh(): void {
    const { source } = this.#host.state();
    if (source && !this.#describing.running) {
      if (this.#undescribed) this.#describe(source);
      else this.#later.look(source, (metrics) => this.#add(metrics));
    }
  }

  /** A source that takes longer than the time between two refreshes gets to its end. */
  seekAgain(): void {
    if (!this.#seeking.running) this.seek();
  }

  /** While some are left out the others are asked for by name: so those that come have to be known. Loaded with the first choice. */
  seek(): void {
    const state = this.#host.state();
    const { source, metrics } = state;
    if (!source || !state.except || metrics === undefined) return;
    this.#seeking.run(
      async (signal) => {
        const { seekReplicas } = await import('./seek-replicas.js');
        return seekReplicas(source, metrics, requestFor(replicaStates, state), queryCacheOf(source), signal);
      },
      (names) => {
        this.see(names);
        // With what else arrives during a gesture it waits for its end.
        if (!this.#host.state().brushing) this.#host.learned({ knownReplicas: this.replicas });
        this.#host.sought();
      },
      () => this.#host.sought(),
    );
  }

  #describe(source: Source): void {
    this.#describing.run(
      async (signal) => readDescription(await source.describe?.({ signal })),
      ({ minStep, replicas, metrics }) => {
        this.#minStep = minStep;
        this.#undescribed = metrics?.length === 0;
        if (metrics) this.#later.begin();
        this.see(replicas);
        this.#host.learned({ knownReplicas: this.replicas, metrics });
        this.#host.described();
      },
      // What the source cannot describe it may still answer.
      () => {
        this.#undescribed = true;
        this.#host.learned({ metrics: this.#host.state().metrics ?? null });
        this.#host.described();
      },
    );
  }

  /** What the source no longer has stays: of an earlier range it may have it. */
  #add(metrics: readonly string[]): void {
    const { metrics: known, brushing } = this.#host.state();
    const before = known ?? [];
    const all = [...new Set([...before, ...metrics])];
    if (all.length > before.length && !brushing) this.#host.learned({ metrics: all });
  }
}
