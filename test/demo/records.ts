import type { SimulatedEndpoint } from '../../demo/simulator/index.js';
import { CPU, GAUGES, TICK, UP } from '../../demo/simulator/gauges.js';
import { answersIn } from '../../demo/simulator/truth.js';
import type { TimeRange } from '../../src/core/index.js';

/** What happened, added up from the simulator's records without the library: to be compared with what is shown. */
export class Records {
  private constructor(
    private readonly endpoint: SimulatedEndpoint,
    private readonly answers: Awaited<ReturnType<typeof answersIn>>,
  ) {}

  static async of(endpoint: SimulatedEndpoint, range: TimeRange): Promise<Records> {
    return new Records(endpoint, await answersIn(endpoint, range));
  }

  /** How many were answered with a status of a class (`2`) in `[from, to)`. */
  count(from: number, to: number, statusClass?: number): number {
    let count = 0;
    for (const { at, status } of this.answers)
      if (at >= from && at < to && (statusClass === undefined || Math.floor(status / 100) === statusClass)) count++;
    return count;
  }

  /** Seconds of the requests answered 200, ascending. */
  seconds(from: number, to: number): readonly number[] {
    return this.answers
      .filter(({ at, status }) => status === 200 && at >= from && at < to)
      .map(({ latency }) => latency)
      .sort((a, b) => a - b);
  }

  /** Between the two nearest of these, in proportion; NaN of none. */
  quantile(q: number, from: number, to: number): number {
    const sorted = this.seconds(from, to);
    const place = q * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    const high = sorted[Math.ceil(place)] ?? Number.NaN;
    return low + (high - low) * (place % 1);
  }

  /** Mean CPU over the replicas that ran in `[from, to)`, each by how long it ran; NaN where none did. */
  async runningCpu(from: number, to: number): Promise<number> {
    let sum = 0;
    let weights = 0;
    for (const { start, day } of await this.endpoint.days({ from, to })) {
      day.lanes.forEach((lane, replica) => {
        let ran = 0;
        for (const one of lane)
          if (one.state === 'running')
            ran += Math.max(0, Math.min(to, start + one.to) - Math.max(from, start + one.from));
        let work = 0;
        let up = 0;
        for (let tick = (from - start) / TICK; tick < (to - start) / TICK; tick++) {
          const row = (tick * this.endpoint.replicas.length + replica) * GAUGES;
          work += day.gauges.data[row + CPU] ?? 0;
          up += day.gauges.data[row + UP] ?? 0;
        }
        if (up === 0) return;
        sum += (work / up) * ran;
        weights += ran;
      });
    }
    return sum / weights;
  }
}
