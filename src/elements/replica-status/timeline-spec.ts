import { knownTime, LIFE_WORDS, stateName, type Frame, type Lane } from '../../core/index.js';
import { laneNotes } from './lane-notes.js';
import { STATE_STYLES, type Mark, type PlotSpec, type ReplicaState, type Role } from '../../plot/index.js';

/** States that the legend names even when no replica was in them. */
const ALWAYS = ['pending', 'downloading', 'pulling', 'initializing', 'running'];
const USUAL = Object.keys(STATE_STYLES);

/**
 * A lane for each replica, with what happened to it, and a mark for each state, in the usual order of a replica's life.
 * `timed` notes how long each start took.
 */
export function timelineSpec(frame: Frame | null, timed = false): PlotSpec {
  const lanes = frame?.kind === 'intervals' ? frame.lanes : [];
  const range = frame?.range ?? { from: 0, to: 0 };
  const completeUntil = frame?.completeUntil ?? 0;
  const known = knownTime({ range, completeUntil });
  const step = frame?.step ?? range.to - range.from;
  const count = step > 0 ? Math.ceil((range.to - range.from) / step) : 0;
  const times = Float64Array.from({ length: count }, (_, i) => range.from + i * step);
  const seen = new Set(lanes.flatMap(({ intervals }) => intervals.map(({ state }) => state)));
  const states = [...new Set([...ALWAYS, ...seen])].sort((a, b) => rank(a) - rank(b));
  return {
    times,
    step,
    completeUntil,
    range,
    lanes: lanes.map(({ name, labels, intervals }) => ({
      name,
      replica: labels['replica'],
      intervals: laneNotes(intervals, known, timed),
    })),
    now: frame?.now ?? 0,
    // A source that has answered for all of what was asked told that there was none, which is not the same as no data.
    ...(completeUntil > range.from && !frame?.partial && { none: LIFE_WORDS.noReplica }),
    marks: states.map((state): Mark => ({
      kind: 'lanes',
      key: state,
      label: stateName(state),
      role: roleOf(state),
      unit: 'replicas',
      values: counts(lanes, state, times, step),
    })),
    y: { unit: 'replicas' },
  };
}

const rank = (state: string): number => (USUAL.includes(state) ? USUAL.indexOf(state) : USUAL.length);

const isState = (state: string): state is ReplicaState => state !== 'other' && Object.hasOwn(STATE_STYLES, state);

const roleOf = (state: string): Role => (isState(state) ? `state-${state}` : 'state-other');

/** How many lanes were in a state at some moment of each step; NaN where none was. */
function counts(lanes: readonly Lane[], state: string, times: Float64Array, step: number): Float64Array {
  const values = new Float64Array(times.length).fill(NaN);
  const origin = times[0] ?? 0;
  for (const { intervals } of lanes) {
    let counted = -1;
    for (const interval of intervals) {
      if (interval.state !== state) continue;
      const first = Math.max(counted + 1, Math.floor((interval.from - origin) / step));
      const last = Math.min(times.length, Math.ceil((interval.to - origin) / step)) - 1;
      for (let i = first; i <= last; i++) values[i] = (values[i] || 0) + 1;
      counted = Math.max(counted, last);
    }
  }
  return values;
}
