import type { Frame, Source } from '../../core/index.js';
import type { PlotSpec } from '../../plot/index.js';
import type { Answer, Need } from '../../timeframe/index.js';

/** Another way to show what a chart usually shows: it stands between the chart and its needs, answers and specification. */
export interface ChartForm {
  /** What is asked in place of the usual needs; as many. */
  needs(usual: readonly Need[], source: Source | null | undefined): readonly Need[];
  /** True for an answer that it has dealt with: it is not shown. */
  takes(index: number, answer: Answer): boolean;
  /** `null` cannot be drawn yet. */
  specOf(frames: readonly (Frame | null)[], usual: () => PlotSpec | null): PlotSpec | null;
  /** What a reader has to know. */
  readonly notes: readonly string[];
  readonly problem: Error | null;
}
