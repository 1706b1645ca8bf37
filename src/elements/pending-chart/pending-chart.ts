import { property } from 'lit/decorators.js';
import { CHART_WORDS, type Frame } from '../../core/index.js';
import { areaMark, thresholdMark, type PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { ChartElement } from '../chart/chart-element.js';
import { seriesFrom } from '../chart/spec-ground.js';
import { pendingSpec } from './pending-spec.js';

const NEEDS: readonly Need[] = [
  { metric: 'pending', shape: 'series', by: [], step: 'line' },
  { metric: 'replicas', shape: 'series', by: ['series'], step: 'line' },
];

const USUAL_THRESHOLD = 1.5;
const MARKS = { area: areaMark, threshold: thresholdMark };

/**
 * Pending requests as an area, under the line from which on the endpoint is scaled up.
 *
 * @tagname ie-pending-chart
 */
export class PendingChart extends ChartElement {
  /**
   * Pending requests a running replica that make the endpoint grow. The line stands at this times the running
   * replicas, where the source tells those; `off` draws none.
   */
  @property() threshold: string | number | null = USUAL_THRESHOLD;

  protected override readonly defaultHeading = CHART_WORDS.pendingHeading;
  protected override readonly drawnNeeds = 2;
  protected override marks = MARKS;
  #checked: { readonly threshold: unknown; readonly problem: Error | null } | null = null;

  protected override needs(): readonly Need[] {
    return NEEDS;
  }

  protected override specOf([pending, replicas]: readonly (Frame | null)[]): PlotSpec {
    return pendingSpec(seriesFrom(pending), seriesFrom(replicas), {
      perReplica: this.#perReplica(),
      locale: this.store?.state.locale,
    });
  }

  protected override problem(): Error | null {
    const { threshold } = this;
    if (this.#checked?.threshold !== threshold) {
      const problem = readThreshold(threshold) === undefined ? CHART_WORDS.badThreshold(String(threshold)) : '';
      this.#checked = { threshold, problem: problem ? new RangeError(problem) : null };
    }
    return this.#checked.problem;
  }

  #perReplica(): number | null {
    const read = readThreshold(this.threshold);
    return read === undefined ? USUAL_THRESHOLD : read;
  }
}

/** `null` for none, `undefined` for what cannot be read. */
function readThreshold(threshold: string | number | null): number | null | undefined {
  if (threshold === 'off') return null;
  if (threshold === null || threshold === '') return USUAL_THRESHOLD;
  const number = Number(threshold);
  return number > 0 && Number.isFinite(number) ? number : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-pending-chart': PendingChart;
  }
}
