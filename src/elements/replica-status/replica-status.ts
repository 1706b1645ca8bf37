import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CHART_WORDS, type Frame } from '../../core/index.js';
import { thresholdMark, type MarkPainters, type PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { loadLate } from '../base/load-late.js';
import { switchButton } from '../base/switch.js';
import { ChartElement } from '../chart/chart-element.js';
import type { HeaderValue } from '../chart/header-value.js';
import { chartStyles } from '../chart/chart.styles.js';
import { markScalingLater } from '../chart/annotations/scale-marks-later.js';
import { seriesFrom } from '../chart/spec-ground.js';
import { replicaStatusStyles } from './replica-status.styles.js';
import { runningSpec } from './running-spec.js';
import type * as timeline from './timeline.js';

const lateTimeline = loadLate(() => import('./timeline.js'));

const BARS: Need = { metric: 'replicas', shape: 'series', by: ['series'], step: 'bar' };
const TIMELINE: Need = { metric: 'replica-states', shape: 'intervals', by: ['replica'], step: 'bar' };
const MARKS = { threshold: thresholdMark };

type Timeline = typeof timeline;

/**
 * Running replicas as bars under the line of their maximum; as `timeline` a lane a replica, with its states. What
 * the autoscaler did is marked.
 *
 * @tagname ie-replica-status
 * @csspart lanes - What scrolls, where there are more lanes than find room.
 */
export class ReplicaStatus extends ChartElement {
  static override styles = [...chartStyles, ...replicaStatusStyles];

  /** `bars` or `timeline`. The switch in the header changes it without an attribute. */
  @property() view: string | null = 'bars';

  /** The timeline says how long each start took, from its first sign to running, and the median. */
  @property({ type: Boolean, attribute: 'time-to-ready' }) timeToReady: boolean | null = false;

  /** `off` marks neither scale-ups nor scale-downs. */
  @property({ attribute: 'scale-events' }) scaleEvents: string | null = 'on';

  protected override readonly defaultHeading = CHART_WORDS.replicasHeading;
  protected override marks: MarkPainters = MARKS;
  #timeline: Timeline | null = null;
  /** How many are drawn. */
  #lanes = 0;
  #checked: { readonly view: unknown; readonly problem: Error | null } | null = null;

  /** As of all charts; of the timeline the intervals of its lanes: a line that says the range, then `from,to,replica,state,seconds`. */
  override toCSV(timezone = 'UTC'): string {
    const [frame] = this.frames;
    if (!this.#advanced || frame?.kind !== 'intervals') return super.toCSV(timezone);
    return this.#timeline?.intervalsCsv(frame, timezone) ?? '';
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    markScalingLater(this, BARS, () => this.store);
    // Data may come without an update, after which there is something to load for.
    this.addEventListener('ie-data', () => {
      if (this.#advanced && !this.#timeline) this.requestUpdate();
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    // In a view that is not shown nothing is asked, and nothing loaded.
    if (this.#advanced && !this.#timeline && (this.frames[0] ?? this.clientWidth))
      void this.bring(changed, lateTimeline, (loaded) => {
        this.#timeline = loaded;
        this.marks = { ...MARKS, lanes: loaded.lanesMark, axis: loaded.laneAxis };
      });
  }

  protected override needs(): readonly Need[] {
    return [this.#advanced ? TIMELINE : BARS];
  }

  protected override specOf([frame = null]: readonly (Frame | null)[]): PlotSpec | null {
    if (!this.#advanced) return runningSpec(seriesFrom(frame));
    return this.#timeline?.timelineSpec(frame, this.timeToReady ?? false) ?? null;
  }

  protected override headerValues(): readonly HeaderValue[] {
    return (this.timeToReady && this.#advanced && this.#timeline?.readyValues(this.frames[0], this.outdated)) || [];
  }

  protected override problem(): Error | null {
    const { view } = this;
    if (this.#checked?.view !== view) {
      const wrong = view && view !== 'bars' && view !== 'timeline';
      this.#checked = { view, problem: wrong ? new RangeError(CHART_WORDS.noView(view)) : null };
    }
    return this.#checked.problem;
  }

  protected override controls(): TemplateResult {
    return switchButton(CHART_WORDS.advanced, this.#advanced, () => {
      this.view = this.#advanced ? 'bars' : 'timeline';
    });
  }

  /** Scrolls natively, by wheel, finger and keys; the canvas below follows. */
  protected override overlay(): TemplateResult | typeof nothing {
    if (!this.#advanced) return nothing;
    return html`<div
      class="lanes"
      part="lanes"
      tabindex="0"
      role="region"
      aria-label=${CHART_WORDS.lanes}
      hidden
      @scroll=${this.#onScroll}
    >
      <div></div>
    </div>`;
  }

  /** Another height has room for other lanes. */
  protected override drawn(spec: PlotSpec | undefined): void {
    this.#lanes = spec?.lanes?.length ?? 0;
    this.#fit();
  }

  protected override updated(): void {
    super.updated();
    this.#fit();
  }

  #fit(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.lanes');
    const content = box?.querySelector('div');
    const plot = box?.parentElement;
    if (!box || !content || !plot || !this.#timeline) return;
    const height = plot.clientHeight;
    const size = Number.parseFloat(getComputedStyle(plot).fontSize);
    const rows = this.#timeline.lanesInView(this.#lanes, height, size);
    box.hidden = this.#lanes <= rows;
    content.style.height = `${Math.round((height * this.#lanes) / rows)}px`;
    if (box.hidden) this.scrolled = 0;
  }

  get #advanced(): boolean {
    return this.view === 'timeline';
  }

  readonly #onScroll = (event: Event): void => {
    const box = event.currentTarget;
    if (!(box instanceof HTMLElement)) return;
    this.scrolled = Math.min(1, box.scrollTop / Math.max(1, box.scrollHeight - box.clientHeight));
    this.redraw();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-replica-status': ReplicaStatus;
  }
}
