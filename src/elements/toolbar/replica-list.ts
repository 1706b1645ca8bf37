import { formatTime, MINUTE, REPLICA_WORDS, replicaOf, stateName, type IntervalsFrame } from '../../core/index.js';
import type { ReplicaChoice, TimeframeState } from '../../timeframe/index.js';

/** A replica in the list. */
export interface ListedReplica {
  readonly name: string;
  /** Its place in the palette. */
  readonly slot: number | undefined;
  /** `running`, `pending`, `ended 24 Nov, 10:20`; '' where the source does not tell. */
  readonly status: string;
  readonly ended: boolean;
}

/**
 * The replicas of the range: those that are there first, then those that ended within it, both by name. Where no states
 * are known (`null`) all that were ever seen, without a status. What is chosen is always listed.
 */
export function listReplicas(state: TimeframeState, states: IntervalsFrame | null): readonly ListedReplica[] {
  const { knownReplicas, timezone, locale } = state;
  const chosen = state.except ?? state.replicas ?? [];
  const lanes = new Map(states?.lanes.map((lane) => [replicaOf(lane), lane.intervals]));
  const slots = new Map(knownReplicas.map(({ name, slot }) => [name, slot]));
  const names = states ? [...lanes.keys(), ...chosen] : [...slots.keys(), ...chosen];
  const listed = [...new Set(names)].map((name): ListedReplica => {
    const last = lanes.get(name)?.at(-1);
    const until = states ? Math.min(states.now, states.completeUntil, states.range.to) - (states.step ?? 0) : 0;
    const ended = states !== null && (!last || last.to < until);
    const status = !last
      ? ''
      : ended
        ? REPLICA_WORDS.ended(formatTime(last.to, timezone, locale, MINUTE))
        : stateName(last.state);
    return { name, slot: slots.get(name), status, ended };
  });
  const byName = (a: string, b: string): number => a.localeCompare(b, undefined, { numeric: true });
  return listed.sort((a, b) => Number(a.ended) - Number(b.ended) || byName(a.name, b.name));
}

/**
 * What a press on a replica means: from all to this alone, else this one more or less, shown or left out as the choice
 * is made; none or every one is all.
 */
export function toggled(
  name: string,
  { replicas, except }: Pick<TimeframeState, 'replicas' | 'except'>,
  listed: readonly ListedReplica[],
): ReplicaChoice {
  const named = except ?? replicas ?? [];
  const next = named.includes(name) ? named.filter((other) => other !== name) : [...named, name];
  const every = listed.every((one) => next.includes(one.name)) && (except !== null || listed.length > 1);
  if (next.length === 0 || every) return null;
  return except ? { except: next } : next;
}
