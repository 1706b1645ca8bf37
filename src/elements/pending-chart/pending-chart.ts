import { property } from 'lit/decorators.js';
import { CHART_WORDS, type Frame } from '../../core/index.js';
import { areaMark, thresholdMark, type PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { ChartElement } from '../chart/chart-element.js';
import { markScalingLater } from '../chart/annotations/scale-marks-later.js';
import { seriesFrom } from '../chart/spec-ground.js';
import { pendingSpec } from './pending-spec.js';

const REPLICAS: Need = { metric: 'replicas', shape: 'series', by: ['series'], step: 'line' };
const NEEDS: readonly Need[] = [{ metric: 'pending', shape: 'series', by: [], step: 'line' }, REPLICAS];

const USUAL_THRESHOLD = 1.5;
const MARKS = { area: areaMark, threshold: thresholdMark };

/**
 * Pending requests as an area, under the line from which on the endpoint is scaled up; what the autoscaler did is
 * marked.
 *
 * @tagname ie-pending-chart
 */
export class PendingChart extends ChartElement {
  /**
   * Pending requests a running replica that make the endpoint grow. The line stands at this times the running
   * replicas, where the source tells those; `off` draws none.
   */
  @property() threshold: string | number | null = USUAL_THRESHOLD;

  /** `off` marks neither scale-ups nor scale-downs. */
  @property({ attribute: 'scale-events' }) scaleEvents: string | null = 'on';

  protected override readonly defaultHeading = CHART_WORDS.pendingHeading;
  protected override readonly defaultHelp = CHART_WORDS.pendingHelp;
  protected override readonly drawnNeeds = 2;
  protected override marks = MARKS;
  #checked: readonly [threshold: unknown, problem: Error | null] | null = null;

  protected override firstUpdated(): void {
    super.firstUpdated();
    markScalingLater(this, REPLICAS, () => this.store);
  }

  protected override needs(): readonly Need[] {
    return NEEDS;
  }

  protected override specOf([pending, replicas]: readonly (Frame | null)[]): PlotSpec {
    const read = this.#read();
    return pendingSpec(seriesFrom(pending), seriesFrom(replicas), {
      perReplica: read === undefined ? USUAL_THRESHOLD : read,
      locale: this.store?.state.locale,
      ofAll: this.store?.state.replicas === null,
    });
  }

  protected override problem(): Error | null {
    const { threshold } = this;
    if (this.#checked?.[0] !== threshold) {
      const wrong = this.#read() === undefined ? CHART_WORDS.badThreshold(String(threshold), USUAL_THRESHOLD) : '';
      this.#checked = [threshold, wrong ? new RangeError(wrong) : null];
    }
    return this.#checked[1];
  }

  /** `null` for none, `undefined` for what cannot be read. */
  #read(): number | null | undefined {
    const { threshold } = this;
    const number = threshold === null || threshold === '' ? USUAL_THRESHOLD : Number(threshold);
    return number > 0 && number < Infinity ? number : threshold === 'off' ? null : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-pending-chart': PendingChart;
  }
}
