/** Integers that grow at their end. */
export class IntColumn {
  values: Int32Array;
  length: number;

  constructor(first: readonly number[] = []) {
    this.values = new Int32Array(Math.max(16, first.length));
    this.values.set(first);
    this.length = first.length;
  }

  /** 0 outside of it. */
  at(index: number): number {
    return this.values[index] ?? 0;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** Makes room for so many. */
  reserve(length: number): void {
    if (length <= this.values.length) return;
    const wider = new Int32Array(length);
    wider.set(this.values);
    this.values = wider;
  }

  /** What is filled, without a copy. */
  view(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}

/** Numbers that grow at their end. */
export class FloatColumn {
  values = new Float64Array(16);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Float64Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** Makes room for so many. */
  reserve(length: number): void {
    if (length <= this.values.length) return;
    const wider = new Float64Array(length);
    wider.set(this.values);
    this.values = wider;
  }

  /** Fills up with zeros so that `index` can be written. */
  reach(index: number): void {
    if (index >= this.values.length) {
      const wider = new Float64Array(Math.max(index + 1, this.values.length * 2));
      wider.set(this.values);
      this.values = wider;
    }
    this.length = Math.max(this.length, index + 1);
  }

  /** What is filled, without a copy. */
  view(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}
