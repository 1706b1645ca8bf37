import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { errorOf, readAnnotation } from '../../core/index.js';
import { annotationBoardOf, type TimeframeStore, type TimeframeState } from '../../timeframe/index.js';
import { emit } from '../base/emit.js';
import { TimeframeElement } from '../base/element.js';

/**
 * A labelled moment, or with `until` a labelled span, on all charts of the time frame. It draws nothing itself.
 *
 * @tagname ie-annotation
 * @cssprop [--ie-annotation-deployment] - Lines and bands of deployments; as well `-incident`, `-note`, `-scale-up` and
 *   `-scale-down`. Set it on the charts or around them.
 * @fires {CustomEvent<{ error: Error }>} ie-error - A time is missing or not understood.
 */
export class Annotation extends TimeframeElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** When: ISO 8601, local to the time frame's zone where it has no offset, or `now-2h`; as a property also ms or a date. */
  @property() at: string | number | Date | null = '';

  /** End of a span, as `at`; without it a moment. */
  @property() until: string | number | Date | null = '';

  /** What stands beside the line; the whole of it in the tooltip. */
  @property() label: string | null = '';

  /** `deployment`, `incident`, `note`, `scale-up` or `scale-down`, or a word of the page's own, which looks like a note. */
  @property() kind: string | null = 'note';

  #board: ReturnType<typeof annotationBoardOf> | null = null;
  #zone = '';
  #problem = '';

  protected override storeChanged(store: TimeframeStore | null): void {
    this.#board?.put(this, []);
    this.#board = store && annotationBoardOf(store);
    this.#zone = '';
  }

  protected override stateChanged({ timezone }: TimeframeState): void {
    if (timezone === this.#zone) return;
    this.#zone = timezone;
    if (this.hasUpdated) this.#put();
  }

  protected override updated(): void {
    this.#put();
  }

  protected override render(): TemplateResult | typeof nothing {
    return html`${nothing}`;
  }

  #put(): void {
    const { store, at, until, label, kind } = this;
    if (!store) return;
    const isNone = !label && (at === null || at === '');
    try {
      const { now, timezone } = store.state;
      this.#board?.put(this, isNone ? [] : [readAnnotation({ at, until, label, kind }, 1, now, timezone)]);
      this.#problem = '';
    } catch (reason) {
      this.#board?.put(this, []);
      const error = errorOf(reason);
      if (error.message === this.#problem) return;
      this.#problem = error.message;
      emit(this, 'ie-error', { error });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-annotation': Annotation;
  }
}
