import type { TimeframeState, TimeframeStore, Watch } from '../../timeframe/index.js';

/** Asked for where a source does not say what it has: with it comes a view. */
const ASKED = 'tokens';

/** Whether a source has a metric: `open` until that is known, `untold` where neither it nor an answer says so. */
export type Supplied = 'yes' | 'no' | 'open' | 'untold';

/** Which metrics the source of a time frame has, as far as its description or its answers say so. */
export class Supply {
  readonly #timeframe: { readonly store: TimeframeStore };
  readonly #changed: () => void;
  #source: TimeframeState['source'] = null;
  #metrics: TimeframeState['metrics'];
  readonly #absent = new Set<string>();
  /** Whether a source that does not say so has the metric that is asked for. */
  #found: Supplied = 'open';
  #watch: Watch | null = null;

  /** `changed` is called when `has` tells something else. */
  constructor(timeframe: { readonly store: TimeframeStore }, changed: () => void) {
    this.#timeframe = timeframe;
    this.#changed = changed;
  }

  has(metric: string): Supplied {
    if (this.#absent.has(metric)) return 'no';
    if (this.#metrics) return this.#metrics.includes(metric) ? 'yes' : 'no';
    if (this.#metrics === undefined) return 'open';
    return metric === ASKED ? this.#found : 'untold';
  }

  /** The source answered that it does not have it. */
  lacks(metric: string): void {
    this.#absent.add(metric);
    this.#changed();
  }

  follow({ source, metrics }: TimeframeState): void {
    if (source !== this.#source) {
      this.#absent.clear();
      this.#found = 'open';
      this.close();
    }
    if (source && metrics === null && this.#found === 'open') this.#ask();
    if (source === this.#source && metrics === this.#metrics) return;
    this.#source = source;
    this.#metrics = metrics;
    this.#changed();
  }

  close(): void {
    this.#watch?.close();
    this.#watch = null;
  }

  #ask(): void {
    this.#watch ??= this.#timeframe.store.watch({ metric: ASKED, shape: 'series', by: [], step: 'range' }, (answer) => {
      if (answer.loading && !answer.late) return;
      this.#found = answer.frame?.kind === 'series' && answer.frame.series.length > 0 ? 'yes' : 'untold';
      this.close();
      this.#changed();
    });
  }
}
