export const STATUSES = [200, 400, 429, 500, 503] as const;
export type Status = (typeof STATUSES)[number];

/** One row for each answered request of a day, by the time of its answer. */
export class Answers {
  length = 0;
  /** ms of the day. */
  readonly at: Uint32Array;
  /** Index in `STATUSES`. */
  readonly status: Uint8Array;
  /** Index of the replica, or the number of replicas where the proxy in front of them answered. */
  readonly replica: Uint8Array;
  /** Index of the recorded request. */
  readonly request: Uint16Array;
  /** Seconds from arrival to the last token and to the first one; `NaN` where the model gave none. */
  readonly latency: Float32Array;
  readonly firstToken: Float32Array;

  /** `size`: rows that there is room for. */
  constructor(size: number) {
    this.at = new Uint32Array(size);
    this.status = new Uint8Array(size);
    this.replica = new Uint8Array(size);
    this.request = new Uint16Array(size);
    this.latency = new Float32Array(size);
    this.firstToken = new Float32Array(size);
  }

  /** All times in ms: of the answer, and how long it and its first token took. */
  add(at: number, status: Status, replica: number, request: number, latency = NaN, first = NaN): void {
    const row = this.length++;
    this.at[row] = at;
    this.status[row] = STATUSES.indexOf(status);
    this.replica[row] = replica;
    this.request[row] = request;
    this.latency[row] = latency / 1000;
    this.firstToken[row] = first / 1000;
  }

  /** The first row at or after `at` (ms of the day). */
  indexOf(at: number): number {
    let low = 0;
    for (let high = this.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.at[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
