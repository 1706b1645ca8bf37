import type { TimeframeState, Timeframe, Watch } from '../../timeframe/index.js';

/** Asked for where a source does not say what it has: with it comes a view. */
const ASKED = 'tokens';

/** Which metrics the source of a time frame has, as far as its description or its answers say so. */
export class Supply {
  readonly #timeframe: { readonly store: Timeframe };
  readonly #changed: () => void;
  #source: TimeframeState['source'] = null;
  #metrics: TimeframeState['metrics'];
  readonly #absent = new Set<string>();
  /** Whether a source that does not say it has the metric that is asked for; `undefined` until it has answered. */
  #found: true | null | undefined;
  #watch: Watch | null = null;

  /** `changed` is called when `has` tells something else. */
  constructor(timeframe: { readonly store: Timeframe }, changed: () => void) {
    this.#timeframe = timeframe;
    this.#changed = changed;
  }

  /** `undefined` until it is known, `null` where it never is. */
  has(metric: string): boolean | null | undefined {
    if (this.#absent.has(metric)) return false;
    if (this.#metrics === null && metric === ASKED) return this.#found;
    return this.#metrics ? this.#metrics.includes(metric) : this.#metrics;
  }

  /** The source answered that it does not have it. */
  lacks(metric: string): void {
    this.#absent.add(metric);
    this.#changed();
  }

  follow({ source, metrics }: TimeframeState): void {
    if (source !== this.#source) {
      this.#absent.clear();
      this.#found = undefined;
      this.close();
    }
    if (source && metrics === null && this.#found === undefined) this.#ask();
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
      this.#found = answer.frame?.kind === 'series' && answer.frame.series.length > 0 ? true : null;
      this.close();
      this.#changed();
    });
  }
}
