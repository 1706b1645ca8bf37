import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { WORDS, type Frame } from '../../core/index.js';
import type { PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { switchButton } from '../base/switch.js';
import { ChartElement } from '../chart/chart-element.js';
import { seriesFrom } from '../chart/spec-ground.js';
import { requestsSpec } from './requests-spec.js';

const NEED: Need = { metric: 'requests', shape: 'series', by: ['status'], step: 'bar' };

/**
 * Requests by response class as stacked bars; with `details` by status code.
 *
 * @tagname ie-requests-chart
 */
export class RequestsChart extends ChartElement {
  /** Splits the bars by status code. The switch in the header changes it without an attribute. */
  @property({ type: Boolean }) details: boolean | null = false;

  protected override readonly defaultHeading = WORDS.requestsHeading;

  protected override needs(): readonly Need[] {
    return [NEED];
  }

  protected override specOf([frame]: readonly (Frame | null)[]): PlotSpec {
    return requestsSpec(seriesFrom(frame), { details: this.details ?? false });
  }

  protected override controls(): TemplateResult {
    return switchButton(WORDS.details, this.details ?? false, () => {
      this.details = !this.details;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-requests-chart': RequestsChart;
  }
}
