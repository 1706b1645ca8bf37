import { ANNOTATION_WORDS, errorOf, readAnnotations, type AnnotationSource } from '../core/index.js';
import { annotationBoardOf } from './annotation-board.js';
import { Latest } from './latest.js';
import type { TimeframeState } from './state.js';
import type { TimeframeStore } from './timeframe.js';

/**
 * Puts a list on the board of a time frame, or what a function gives for each range that is shown, and again with each
 * refresh. What it gave last stays while it is asked, and where it fails.
 */
export class AskedAnnotations {
  readonly #store: TimeframeStore;
  readonly #source: AnnotationSource;
  readonly #failed: (error: Error) => void;
  readonly #latest = new Latest();
  readonly #unsubscribe: () => void;
  #asked = '';
  #askedAt = 0;
  #problem = '';

  /** `failed` is told in words what failed or is left out, once for each that differs from the one before. */
  constructor(store: TimeframeStore, source: AnnotationSource, failed: (error: Error) => void) {
    this.#store = store;
    this.#source = source;
    this.#failed = failed;
    this.#unsubscribe = store.subscribe((state) => this.#follow(state));
    this.resume();
  }

  /** Takes all from the board. */
  close(): void {
    this.pause();
    this.#unsubscribe();
    annotationBoardOf(this.#store).put(this, []);
  }

  /** Nobody looks: the question under way is dropped. */
  pause(): void {
    this.#latest.cancel();
    this.#asked = '';
  }

  /** Somebody looks again: asks what was not answered. */
  resume(): void {
    this.#follow(this.#store.state);
  }

  #follow({ range, refresh, now, timezone, brushing }: TimeframeState): void {
    const source = this.#source;
    const asked = typeof source === 'function' ? `${range.from} ${range.to} ${timezone}` : timezone;
    const due = typeof source === 'function' && refresh !== null && now - this.#askedAt >= refresh;
    if (brushing || (asked === this.#asked && !due)) return;
    this.#asked = asked;
    this.#askedAt = now;
    this.#latest.run(
      async (signal) => {
        const given: unknown = typeof source === 'function' ? await source(range, { signal }) : source;
        return readAnnotations(given, now, timezone);
      },
      ({ annotations, problem }) => {
        annotationBoardOf(this.#store).put(this, annotations);
        this.#tell(problem);
      },
      (reason) => this.#tell(new Error(ANNOTATION_WORDS.failed(errorOf(reason).message))),
    );
  }

  #tell(problem: Error | null): void {
    const why = problem?.message ?? '';
    if (problem && why !== this.#problem) this.#failed(problem);
    this.#problem = why;
  }
}
