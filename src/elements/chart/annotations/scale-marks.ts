import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SCALE_WORDS } from '../../../core/index.js';
import { observeSize } from '../../../plot/index.js';
import {
  annotationBoardOf,
  type Answer,
  type Need,
  type TimeframeStore,
  type Watch,
} from '../../../timeframe/index.js';
import { emit } from '../../base/emit.js';
import { observeSight } from '../../base/sight.js';
import { isScaling, scaleAnnotations } from './scale-annotations.js';

const SCALING: Need = { metric: 'scaling', shape: 'events', by: [], step: 'line', everyReplica: true };

/** A chart as its marks see it. */
export interface MarkedChart extends HTMLElement, ReactiveControllerHost {
  readonly scaleEvents: string | null;
}

/**
 * Marks what the autoscaler did on a chart, from now on. `wanted` tells how many replicas are wanted, where the source
 * does not tell of the acts themselves.
 */
export function markScaling(chart: MarkedChart, wanted: Need, storeOf: () => TimeframeStore | null): void {
  chart.addController(new ScaleMarks(chart, wanted, storeOf));
}

/**
 * Marks each scale-up and scale-down on one chart: the source's own events where it says that it has them, else the
 * changes of how many replicas are wanted. Where the page tells of scaling itself, by annotations, these alone stand.
 */
class ScaleMarks implements ReactiveController {
  readonly #chart: MarkedChart;
  readonly #wanted: Need;
  readonly #storeOf: () => TimeframeStore | null;
  #need: Need;
  #store: TimeframeStore | null = null;
  #watch: Watch | null = null;
  #answer: Answer | null = null;
  #undo: (() => void)[] = [];
  #active = false;
  #visible = true;
  #error: Error | null = null;
  #problem = '';

  constructor(chart: MarkedChart, wanted: Need, storeOf: () => TimeframeStore | null) {
    this.#chart = chart;
    this.#wanted = this.#need = wanted;
    this.#storeOf = storeOf;
    this.hostUpdated();
  }

  /** A chart that gets another time frame is rendered again. */
  hostUpdated(): void {
    const store = this.#storeOf();
    if (store === this.#store) this.#choose();
    else this.#follow(store);
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  #follow(store: TimeframeStore | null): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#stop();
    this.#store = store;
    const canvas = this.#chart.shadowRoot?.querySelector('.canvas');
    if (!store || !canvas) return;
    const { metrics, source } = store.state;
    let told = [metrics, source];
    this.#undo = [
      store.subscribe((state) => {
        if (state.metrics === told[0] && state.source === told[1]) return;
        told = [state.metrics, state.source];
        this.#choose();
      }),
      annotationBoardOf(store).subscribe(() => this.#put()),
      observeSize(canvas, (width) => this.#watch?.setActive((this.#active = width > 0))),
      observeSight(this.#chart, (inSight) => this.#watch?.setVisible((this.#visible = inSight))),
    ];
    this.#choose();
  }

  /** Asks what is to be asked now: the switch, or the source, may be another one. */
  #choose(): void {
    const { scaleEvents } = this.#chart;
    const wrong =
      scaleEvents && scaleEvents !== 'on' && scaleEvents !== 'off' ? SCALE_WORDS.badSwitch(scaleEvents) : '';
    if (wrong && wrong !== this.#problem) this.#tell(new RangeError(wrong));
    this.#problem = wrong;
    const store = this.#store;
    const metrics = store?.state.metrics;
    // Until the source has said what it has, nothing is asked in vain.
    if (!store || scaleEvents === 'off' || metrics === undefined) return this.#stop();
    this.#need = metrics?.includes(SCALING.metric) ? SCALING : this.#wanted;
    if (this.#watch) return this.#watch.update(this.#need);
    this.#watch = store.watch(this.#need, (answer) => this.#answered(answer));
    this.#watch.setActive(this.#active);
    this.#watch.setVisible(this.#visible);
  }

  #answered(answer: Answer): void {
    this.#answer = answer;
    // The chart itself tells of the counts of replicas.
    if (answer.error && answer.error !== this.#error && this.#need === SCALING) this.#tell(answer.error);
    this.#error = answer.error;
    this.#put();
  }

  #put(): void {
    const store = this.#store;
    const taken = store && annotationBoardOf(store).list.some(isScaling);
    const marks = taken ? [] : scaleAnnotations(this.#answer?.frame ?? null, store?.state.locale);
    annotationBoardOf(this.#chart).put(this, marks);
  }

  #stop(): void {
    this.#watch?.close();
    this.#watch = this.#answer = null;
    this.#put();
  }

  #tell(error: Error): void {
    emit(this.#chart, 'ie-error', { error });
  }
}
