import type { Frame } from '../../core/index.js';
import type { Answer, Need, TimeframeStore, Watch } from '../../timeframe/index.js';

/** What a chart has to know of an answer that came. */
export interface Told {
  readonly index: number;
  readonly answer: Answer;
  readonly before: Answer | null;
  /** It has other data, or word that none can be had. */
  readonly isNews: boolean;
  /** What is drawn is to be drawn anew. */
  readonly changesDrawing: boolean;
}

/** What a chart asks its time frame for, and the latest answer to each need. */
export class ChartAnswers {
  #watches: readonly Watch[] = [];
  #answers: (Answer | null)[] = [];
  /** How many of the needs are drawn; those after them are for the header. */
  #drawn = 1;

  /** Asks nothing before there is a width. `told` hears of each answer that `takes` does not keep for itself. */
  open(
    store: TimeframeStore,
    needs: readonly Need[],
    drawn: number,
    takes: (index: number, answer: Answer) => boolean,
    told: (told: Told) => void,
  ): void {
    this.close();
    this.#drawn = drawn;
    this.#answers = needs.map(() => null);
    this.#watches = needs.map((need, index) =>
      store.watch(need, (answer) => {
        if (!takes(index, answer)) told(this.#keep(index, answer));
      }),
    );
    // Until it has a place in the layout: a chart in a view that is not shown asks nothing.
    for (const watch of this.#watches) watch.setActive(false);
  }

  close(): void {
    for (const watch of this.#watches) watch.close();
    this.#watches = [];
    this.#answers = [];
  }

  /** The needs may be other ones now; as many. */
  update(needs: readonly Need[]): void {
    this.#watches.forEach((watch, i) => {
      const need = needs[i];
      if (need) watch.update(need);
    });
  }

  /** CSS pixels; with none, nothing is asked, and the steps stay as they are for the charts that come back. */
  setWidth(width: number): void {
    for (const watch of this.#watches) {
      if (width > 0) watch.setWidth(width);
      watch.setActive(width > 0);
    }
  }

  setVisible(inSight: boolean): void {
    for (const watch of this.#watches) watch.setVisible(inSight);
  }

  get first(): Answer | null {
    return this.#answers[0] ?? null;
  }

  /** All answers but the first. */
  get others(): readonly (Answer | null)[] {
    return this.#answers.slice(1);
  }

  get frames(): readonly Frame[] {
    return this.#answers.flatMap((answer) => answer?.frame ?? []);
  }

  /** Whether each drawn need has its answer or is late: what is drawn of a part would be drawn over a moment later. */
  get whole(): boolean {
    return this.#answers.slice(0, this.#drawn).every((one) => one && (one.frame || one.late || !one.loading));
  }

  /** A frame for each need, none while those that are drawn are not whole; what is `known` of a drawn one comes before its own. */
  toDraw(known: readonly (Frame | null)[]): readonly (Frame | null)[] {
    const { whole } = this;
    return this.#answers.map((answer, i) => (i < this.#drawn && known[i]) || (whole && answer?.frame) || null);
  }

  /** Of the needs that are for the header. A number of another question is none; one that is stale needs the word of it. */
  get headerFrames(): readonly (Frame | null)[] {
    const told = this.first?.error && this.first.frame;
    return this.#answers
      .slice(this.#drawn)
      .map((one) => (one && !one.outdated && (told || !one.error) ? one.frame : null));
  }

  #keep(index: number, answer: Answer): Told {
    const before = this.#answers[index] ?? null;
    const wasWhole = this.whole;
    this.#answers[index] = answer;
    // Without a frame, what is drawn yet is of a source before.
    const isNews = answer.frame ? answer.frame !== before?.frame : !answer.loading;
    return {
      index,
      answer,
      before,
      isNews,
      changesDrawing: this.whole && index < this.#drawn && (isNews || !wasWhole),
    };
  }
}
