import type { Mark } from './plot-spec.js';

/** Where each visible bar of a stack begins and ends, in values. */
export interface StackLayer {
  readonly base: Float64Array;
  readonly top: Float64Array;
}

/** Stacks the marks in their order; a missing value has no height. */
export function stack(marks: readonly Mark[]): ReadonlyMap<string, StackLayer> {
  const layers = new Map<string, StackLayer>();
  let base: Float64Array | undefined;
  for (const { key, values } of marks) {
    const below: Float64Array = base ?? new Float64Array(values.length);
    const top = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++) top[i] = (below[i] ?? 0) + (values[i] || 0);
    layers.set(key, { base: below, top });
    base = top;
  }
  return layers;
}
