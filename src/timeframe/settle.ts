import { isSame } from '../core/index.js';
import type { TimeframeState } from './state.js';

/** Parts that are equal when they say the same; the others are equal only when they are the same. */
const BY_VALUE = new Set<string>(['range', 'replicas', 'except', 'knownReplicas', 'metrics']);

export interface Settled {
  /** The very same snapshot where nothing changed; parts that are equal keep their identity. */
  readonly state: TimeframeState;
  readonly changed: ReadonlySet<string>;
}

export function settle(before: TimeframeState, patch: Partial<TimeframeState>): Settled {
  const after: Record<string, unknown> & TimeframeState = { ...before, ...patch, ...others({ ...before, ...patch }) };
  const old: Readonly<Record<string, unknown>> = { ...before };
  const changed = new Set<string>();
  for (const key of Object.keys(after)) {
    const same = BY_VALUE.has(key) ? isSame(after[key], old[key]) : after[key] === old[key];
    if (same) after[key] = old[key];
    else changed.add(key);
  }
  return { state: changed.size > 0 ? after : before, changed };
}

/** All replicas that are known but those that are left out; where that would be none, all. */
function others({ except, knownReplicas }: TimeframeState): Partial<TimeframeState> {
  if (!except) return {};
  const names = knownReplicas.map(({ name }) => name).filter((name) => !except.includes(name));
  return { replicas: names.length > 0 ? names : null };
}
