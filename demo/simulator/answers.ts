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
  /** Tokens read and written; 0 without an answer of the model. */
  readonly input: Uint16Array;
  readonly output: Uint16Array;
  /** Seconds from arrival to the last token, to the first one, and between two tokens; `NaN` where there was none. */
  readonly latency: Float32Array;
  readonly firstToken: Float32Array;
  readonly perToken: Float32Array;

  /** `size`: rows that there is room for. */
  constructor(size: number) {
    this.at = new Uint32Array(size);
    this.status = new Uint8Array(size);
    this.replica = new Uint8Array(size);
    this.input = new Uint16Array(size);
    this.output = new Uint16Array(size);
    this.latency = new Float32Array(size);
    this.firstToken = new Float32Array(size);
    this.perToken = new Float32Array(size);
  }

  add(at: number, status: Status, replica: number, input = 0, output = 0, latency = NaN, first = NaN): void {
    const row = this.length++;
    this.at[row] = at;
    this.status[row] = STATUSES.indexOf(status);
    this.replica[row] = replica;
    this.input[row] = input;
    this.output[row] = output;
    this.latency[row] = latency / 1000;
    this.firstToken[row] = first / 1000;
    this.perToken[row] = (latency - first) / 1000 / (output - 1 || NaN);
  }

  /** The first row at or after `at` (ms of the day). */
  indexOf(at: number): number {
    let low = 0;
    for (let high = this.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.at[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
