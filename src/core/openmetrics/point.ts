import type { MetricsRule } from './metrics-parse-error.js';
import type { MetricType } from './metric-types.js';
import { ROLE } from './metric-types.js';

/** The samples of a metric at one time, as far as they have been read. */
export class Point {
  #total = false;
  #sum = NaN;
  #count = NaN;
  #bound = NaN;
  #bucket = 0;
  #negative = false;

  clear(): void {
    this.#total = false;
    this.#sum = this.#count = this.#bound = NaN;
    this.#bucket = 0;
    this.#negative = false;
  }

  /** Takes a sample; `bound` is the `le` of a bucket. Returns the rule that it breaks, or `null`. */
  add(role: number, value: number, bound: number): MetricsRule | null {
    if (role === ROLE.total || role === ROLE.bareTotal) this.#total = true;
    else if (role === ROLE.sum) this.#sum = value;
    else if (role === ROLE.count) this.#count = value;
    else if (role === ROLE.bucket) return this.#addBucket(value, bound);
    return null;
  }

  /** The rule that the point breaks as a whole, or `null`. */
  broken(type: MetricType): MetricsRule | null {
    if (type === 'counter') return this.#total ? null : 'no-total';
    if (type !== 'histogram' && type !== 'gaugehistogram') return null;
    const hasSum = !Number.isNaN(this.#sum);
    const hasCount = !Number.isNaN(this.#count);
    if (this.#bound !== Infinity) return 'no-infinite-bucket';
    if (hasSum !== hasCount) return 'sum-and-count';
    if (hasCount && this.#count !== this.#bucket) return 'count-differs';
    if (type === 'histogram') return hasSum && this.#negative ? 'negative-buckets' : null;
    return this.#sum < 0 && !this.#negative ? 'sum-value' : null;
  }

  #addBucket(value: number, bound: number): MetricsRule | null {
    const ordered = Number.isNaN(this.#bound) || bound > this.#bound;
    const summed = value >= this.#bucket;
    this.#bound = bound;
    this.#bucket = value;
    if (bound < 0) this.#negative = true;
    return !ordered ? 'bucket-order' : summed ? null : 'bucket-sum';
  }
}
