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
  @property({ type: Boolean }) details = false;

  protected override readonly drawnNeeds = 2;
  protected override marks = MARKS;
  #checked: { readonly metric: unknown; readonly problem: Error | null } | null = null;

  protected override get defaultHeading(): string {
    return HEADINGS.get(this.#hardware()) ?? '';
  }

  protected override needs(): readonly Need[] {
    return [{ metric: this.#hardware(), shape: 'series', by: ['replica'], step: 'line' }, STATES];
  }

  protected override specOf([usage, states]: readonly (Frame | null)[]): PlotSpec {
    return hardwareSpec(seriesFrom(usage), states?.kind === 'intervals' ? states : null, {
      metric: this.#hardware(),
      details: this.details,
      slots: new Map(this.store?.state.knownReplicas.map(({ name, slot }) => [name, slot])),
    });
  }

  protected override problem(): Error | null {
    const { metric } = this;
    if (this.#checked?.metric !== metric) {
      const wrong = metric && !isHardware(metric);
      this.#checked = { metric, problem: wrong ? new RangeError(CHART_WORDS.noHardware(metric)) : null };
    }
    return this.#checked.problem;
  }

  protected override controls(): TemplateResult {
    return switchButton(WORDS.details, this.details, () => {
      this.details = !this.details;
    });
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
