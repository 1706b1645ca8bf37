import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CHART_WORDS, WORDS, type Frame } from '../../core/index.js';
import { thresholdMark, type PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { switchButton } from '../base/switch.js';
import { ChartElement } from '../chart/chart-element.js';
import { seriesFrom } from '../chart/spec-ground.js';
import { hardwareSpec, type Hardware } from './hardware-spec.js';

const HEADINGS: ReadonlyMap<string, string> = new Map<Hardware, string>([
  ['cpu', CHART_WORDS.cpuHeading],
  ['memory', CHART_WORDS.memoryHeading],
  ['gpu', CHART_WORDS.gpuHeading],
  ['gpu-memory', CHART_WORDS.gpuMemoryHeading],
]);
const STATES: Need = { metric: 'replica-states', shape: 'intervals', by: ['replica'], step: 'line' };
const MARKS = { threshold: thresholdMark };

const isHardware = (metric: string | null): metric is Hardware => HEADINGS.has(metric ?? '');

/**
 * Use of one kind of hardware: the average of the running replicas, with `details` a line a replica.
 *
 * @tagname ie-hardware-chart
 */
export class HardwareChart extends ChartElement {
  /** Which hardware: `cpu`, `memory`, `gpu` or `gpu-memory`. */
  @property() metric: string | null = 'cpu';

  /** Shows a line a replica. The switch in the header changes it without an attribute. */
  @property({ type: Boolean }) details: boolean | null = false;

  /**
   * Share of the limit from which on the endpoint is scaled up, of `cpu` and `gpu`: a dashed line. By default it stands
   * where the source tells it; `off` draws none.
   */
  @property() threshold: string | number | null = null;

  protected override readonly drawnNeeds = 2;
  protected override marks = MARKS;
  #checked: readonly [metric: unknown, threshold: unknown, problem: Error | null] | null = null;

  protected override get defaultHeading(): string {
    return HEADINGS.get(this.#hardware()) ?? '';
  }

  protected override needs(): readonly Need[] {
    return [{ metric: this.#hardware(), shape: 'series', by: ['replica'], step: 'line' }, STATES];
  }

  protected override specOf([usage, states]: readonly (Frame | null)[]): PlotSpec {
    return hardwareSpec(seriesFrom(usage), states?.kind === 'intervals' ? states : null, {
      metric: this.#hardware(),
      details: this.details ?? false,
      threshold: this.#threshold(),
      slots: new Map(this.store?.state.knownReplicas.map(({ name, slot }) => [name, slot])),
    });
  }

  protected override problem(): Error | null {
    const { metric, threshold } = this;
    if (this.#checked?.[0] !== metric || this.#checked[1] !== threshold) {
      const wrong =
        metric && !isHardware(metric)
          ? CHART_WORDS.noHardware(metric)
          : threshold && this.#threshold() === undefined
            ? CHART_WORDS.badThreshold(String(threshold), 0.8)
            : '';
      this.#checked = [metric, threshold, wrong ? new RangeError(wrong) : null];
    }
    return this.#checked[2];
  }

  protected override controls(): TemplateResult {
    return switchButton(WORDS.details, this.details ?? false, () => {
      this.details = !this.details;
    });
  }

  /** `null` for none, `undefined` for what cannot be read. */
  #threshold(): number | null | undefined {
    const share = Number(this.threshold);
    return share > 0 && share <= 1 ? share : this.threshold === 'off' ? null : undefined;
  }

  #hardware(): Hardware {
    return isHardware(this.metric) ? this.metric : 'cpu';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-hardware-chart': HardwareChart;
  }
}
