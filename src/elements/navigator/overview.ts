import type { Frame, TimeRange } from '../../core/index.js';
import { TimeframeStore, type Need, type TimeframeState, type Watch } from '../../timeframe/index.js';
import { overviewRange } from './overview-range.js';

/** The time frame of a strip: longer than the one it belongs to, on the same source, so they share what is known. */
export class Overview {
  readonly #inner: TimeframeStore;
  readonly #watch: Watch;
  #span: number;
  #fixed: TimeRange | null = null;
  /** By the source's clock, ms. */
  #refreshedAt = 0;
  frame: Frame | null = null;
  error: Error | null = null;

  /** `span` in ms. `told` is called at each change, `failed` with each error. */
  constructor(span: number, need: Need, told: () => void, failed: (error: Error) => void) {
    this.#span = span;
    this.#inner = new TimeframeStore({ range: asText(span), refresh: 'off' });
    this.#inner.subscribe(told);
    this.#watch = this.#inner.watch(need, ({ frame, error }) => {
      this.frame = frame;
      if (error && error !== this.error) failed(error);
      this.error = error;
      told();
    });
    this.#watch.setActive(false);
  }

  get state(): TimeframeState {
    return this.#inner.state;
  }

  need(need: Need, span: number): void {
    this.#watch.update(need);
    this.#span = span;
  }

  /** CSS pixels; without a width nothing is asked. */
  resize(width: number): void {
    if (width > 0) this.#watch.setWidth(width);
    this.#watch.setActive(width > 0);
  }

  /** Follows the time frame that it is an overview of. */
  follow({ range, source, replicas, timezone, locale, now, brushing }: TimeframeState): void {
    // Under a hand the strip stands still.
    if (brushing) return;
    this.#fixed = overviewRange(range, this.#span, now, this.#fixed);
    this.#inner.source = source;
    this.#inner.configure({
      range: this.#fixed ?? asText(this.#span),
      replicas,
      timezone,
      locale: locale ?? null,
    });
    // With the others, but no more often than it has something new to show.
    if (now - this.#refreshedAt < this.state.lineStep) return;
    if (this.#refreshedAt > 0) this.#inner.request({ type: 'refresh' });
    this.#refreshedAt = now;
  }

  close(): void {
    this.#watch.close();
    this.#inner.dispose();
  }
}

const asText = (span: number): string => `${Math.round(span / 1000)}s`;
