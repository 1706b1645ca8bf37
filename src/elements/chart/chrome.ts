import { WORDS } from '../../core/index.js';
import { hasValues, visibleIndices, type PlotSpec } from '../../plot/index.js';
import type { TimeframeStore } from '../../timeframe/index.js';
import { troubleOf } from '../base/trouble.js';
import type { ChartAnswers } from './chart-answers.js';
import type { HeaderValue } from './header-value.js';
import type { LegendEntry } from './legend.js';

/** What is rendered beside the canvas; rendered again only when it differs. */
export interface Chrome {
  readonly legend: readonly LegendEntry[];
  readonly values: readonly HeaderValue[];
  readonly notices: readonly string[];
  readonly message: string;
  /** The message is an error, so there is something to try again. */
  readonly failed: boolean;
  /** What is wrong while the last good data stay on screen. */
  readonly trouble: string;
  readonly stale: boolean;
}

/** What a chart knows of itself. */
export interface ChartFacts extends Pick<Chrome, 'legend' | 'values'> {
  readonly store: TimeframeStore | null;
  /** Id of the time frame that it is to follow, if any. */
  readonly timeframe: string | null;
  readonly answers: ChartAnswers;
  readonly spec: PlotSpec | null;
  /** What is wrong with its own attributes. */
  readonly problem: Error | null;
  /** What a reader must know of the first frame, beside its own notices. */
  readonly notes: readonly string[];
}

/** The words and states of a chart beside its canvas. */
export function chromeOf(facts: ChartFacts): Chrome {
  const { store, timeframe, answers, spec, problem, notes, legend, values } = facts;
  const { first } = answers;
  const frame = first?.frame ?? null;
  const state = store?.state;
  const idle = !state ? WORDS.noTimeframe(timeframe) : !state.source ? WORDS.noSource : '';
  const wrong = troubleOf(first, state, frame !== null);
  const stale = wrong !== '' && frame !== null;
  // What all of the chart failed for is told once.
  const failures = answers.others.flatMap((one) => one?.error?.message ?? []).filter((why) => !wrong.includes(why));
  // What is of another range says nothing about this one.
  const settled = state && answers.whole && !first?.outdated && !state.preview;
  const empty = settled && spec && !hasValues(spec, visibleIndices(spec.times, spec.step, state.range));
  return {
    // First what changes with most answers: the next one is compared with this, part by part.
    values,
    legend,
    notices: frame ? [...frame.notices, ...notes, ...failures] : [],
    message: idle || (frame ? (empty ? (spec.none ?? WORDS.noData) : '') : wrong),
    failed: !idle && !frame && Boolean(first?.error),
    stale,
    trouble: stale ? wrong : ((problem ?? state?.problem)?.message ?? ''),
  };
}
