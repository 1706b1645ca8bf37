import type { TimeRange } from '../../src/core/index.js';
import type { Status } from './answers.js';
import { STATUSES } from './answers.js';
import type { SimulatedEndpoint } from './endpoint.js';

/** An answered request as it was simulated: `at` in ms since the epoch, times in seconds. */
export interface Answered {
  readonly at: number;
  readonly status: Status;
  /** `null` where the proxy answered. */
  readonly replica: string | null;
  /** Index in the recording. */
  readonly request: number;
  /** `NaN` without an answer of the model; so is the time to the first token. */
  readonly latency: number;
  readonly firstToken: number;
}

/** All that was answered in a range, one by one: what any answer of the source can be checked against. */
export async function answersIn(endpoint: SimulatedEndpoint, range: TimeRange): Promise<readonly Answered[]> {
  const found: Answered[] = [];
  for (const { start, day } of await endpoint.days(range)) {
    const { answers } = day;
    for (let row = 0; row < answers.length; row++) {
      const at = start + (answers.at[row] ?? NaN);
      const status = STATUSES[answers.status[row] ?? NaN];
      if (at < range.from || at >= range.to || status === undefined) continue;
      found.push({
        at,
        status,
        replica: endpoint.replicas[answers.replica[row] ?? NaN] ?? null,
        request: answers.request[row] ?? NaN,
        latency: answers.latency[row] ?? NaN,
        firstToken: answers.firstToken[row] ?? NaN,
      });
    }
  }
  return found;
}
