import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classOf, formatAge, isSame, staleWords, WORDS, type Frame, type TimeRange } from '../../core/index.js';
import { observeSize } from '../../plot/index.js';
import type { Answer, TimeframeStore, TimeframeState, Watch } from '../../timeframe/index.js';
import { emit } from '../base/emit.js';
import { TimeframeElement } from '../base/element.js';
import { loadLate } from '../base/load-late.js';
import { observeSight } from '../base/sight.js';
import { troubleOf } from '../base/trouble.js';
import { readStat, statNeed, statProblem, type StatQuestion, type StatReading } from './read-stat.js';
import { statName, statText } from './stat-text.js';
import { statStyles } from './stat.styles.js';

const statComparison = loadLate(() => import('./stat-comparison.js'));

/** What is rendered; rendered again only when it differs. */
interface Shown {
  readonly value: string;
  readonly share: string;
  readonly loading: boolean;
  /** How old the number is, where it could not be had anew; else ''. */
  readonly age: string;
  /** What is wrong, in words. */
  readonly trouble: string;
}

/**
 * One number over the whole range: the count and share of a response class, a percentile, the mean of any other metric.
 * The source is asked for it as one value; it is never made of the values of steps.
 *
 * @tagname ie-stat
 * @slot label - The label, in place of the default.
 * @csspart card - The box.
 * @csspart label - The label.
 * @csspart value - The number.
 * @csspart share - The share of the whole.
 * @csspart age - How old the number is, where it could not be had anew.
 * @csspart change - The difference to the range that is compared with.
 * @fires {CustomEvent<{ frame: Frame }>} ie-data - A new number is shown.
 * @fires {CustomEvent<{ error: Error }>} ie-error - The number could not be had, and the last good one stays; or `of` is
 *   not understood.
 */
export class Stat extends TimeframeElement {
  static override styles = statStyles;

  /** A metric of the table, or of the source's own. Tokens are told by the second. */
  @property() metric: string | null = 'requests';

  /** Of `requests` a class (`2xx`) or code, of `latency` a quantile (`0.99`), else the value of the first label. */
  @property() of: string | number | null = '';

  /** The label; the slot `label` wins over it. */
  @property() label: string | null = '';

  #watch: Watch | null = null;
  #answer: Answer | null = null;
  /** What is wrong with the attributes. */
  #problem = '';
  #shown = this.#showing();
  /** What compares is there. */
  #compared = false;
  #unobserve: (() => void)[] = [];

  /** What the number is read from. */
  get frames(): readonly Frame[] {
    const frame = this.#frame;
    return frame ? [frame] : [];
  }

  /** The range of the number, ms since the epoch; `null` before there is a time frame. */
  get visibleRange(): TimeRange | null {
    return this.store?.state.range ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unobserve = [
      observeSize(this, (width) => this.#watch?.setActive(width > 0)),
      observeSight(this, (inSight) => this.#watch?.setVisible(inSight)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const undo of this.#unobserve) undo();
    this.#unobserve = [];
  }

  protected override storeChanged(store: TimeframeStore | null): void {
    this.#watch?.close();
    this.#answer = null;
    this.#watch = store?.watch(statNeed(this.#question()), (answer) => this.#answered(answer)) ?? null;
    // Until it has a place in the layout: in a view that is not shown it asks nothing.
    this.#watch?.setActive(false);
    if (this.hasUpdated) this.#wake();
    this.requestUpdate();
  }

  protected override stateChanged({ compare }: TimeframeState): void {
    if (compare && !this.#compared) void this.#compare();
    this.#refresh();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const question = this.#question();
    this.#watch?.update(statNeed(question));
    const problem = statProblem(question);
    if (problem && problem !== this.#problem) emit(this, 'ie-error', { error: new RangeError(problem) });
    this.#problem = problem;
    this.#shown = this.#showing();
  }

  protected override firstUpdated(): void {
    this.#wake();
  }

  protected override render(): TemplateResult {
    const { value, share, loading, age, trouble } = this.#shown;
    const { metric, of } = this.#question();
    const dot = metric === 'requests' && of ? html`<i class="dot class-${classOf(of)}"></i>` : nothing;
    return html`<dl part="card" aria-busy=${loading ? 'true' : 'false'} title=${trouble || nothing}>
      <dt>
        ${dot}<span class="label" part="label"
          ><slot name="label">${this.label || statName(this.#question())}</slot></span
        >
        ${share ? html`<span class="share" part="share">${share}</span>` : nothing}
      </dt>
      <dd part="value" class=${age ? 'stale' : trouble ? 'failed' : ''}>
        <bdi dir="ltr">${value}</bdi>${trouble ? html`<span class="visually-hidden">${trouble}</span>` : nothing}
      </dd>
      ${age ? html`<dd class="age" part="age" aria-hidden="true">${staleWords(age)}</dd>` : nothing}
    </dl>`;
  }

  /** The observer tells with the next frame; the first query does not wait for it. */
  #wake(): void {
    queueMicrotask(() => this.#watch?.setActive(this.getBoundingClientRect().width > 0));
  }

  /** What compares comes with the first comparison. */
  async #compare(): Promise<void> {
    const loaded = await statComparison();
    await this.updateComplete;
    if (!loaded || this.#compared) return;
    this.#compared = true;
    this.addController(new loaded.StatComparison(this, () => ({ store: this.store, question: this.#question() })));
  }

  /** What answers what is asked now: the number of another range, or of other replicas, is none. */
  get #frame(): Frame | null {
    return this.#answer?.outdated ? null : (this.#answer?.frame ?? null);
  }

  #reading(): StatReading | null {
    const frame = this.#frame;
    return frame?.kind === 'series' ? readStat(frame, this.#question()) : null;
  }

  #question(): StatQuestion {
    return { metric: this.metric || 'requests', of: String(this.of ?? '') };
  }

  #answered(answer: Answer): void {
    const [before, errorBefore] = [this.#frame, this.#answer?.error];
    this.#answer = answer;
    const [frame, { error }] = [this.#frame, answer];
    if (frame && frame !== before) emit(this, 'ie-data', { frame });
    if (error && error !== errorBefore) emit(this, 'ie-error', { error });
    this.#refresh();
  }

  #refresh(): void {
    if (!isSame(this.#showing(), this.#shown)) this.requestUpdate();
  }

  #showing(): Shown {
    const answer = this.#answer;
    const frame = this.#frame;
    const locale = this.store?.state.locale;
    const reading = this.#reading();
    const text = reading ? statText(reading, locale) : { value: WORDS.missing, share: '' };
    const idle = !this.store ? WORDS.noTimeframe(this.timeframe) : !this.store.state.source ? WORDS.noSource : '';
    const wrong = troubleOf(answer, this.store?.state, frame !== null);
    const age = wrong && answer && frame ? formatAge(Date.now() - answer.receivedAt) : '';
    return { ...text, loading: Boolean(answer?.loading) && !frame, age, trouble: idle || this.#problem || wrong };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-stat': Stat;
  }
}
