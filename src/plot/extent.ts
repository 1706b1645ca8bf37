import { MARK_KINDS } from './mark-kinds.js';
import type { Mark, PlotSpec } from './plot-spec.js';
import type { StackLayer } from './stack.js';

/** The least and the greatest value that is drawn between two indices; `[Infinity, -Infinity]` where there is none. */
export function extent(
  marks: readonly Mark[],
  layers: ReadonlyMap<string, StackLayer>,
  [first, last]: readonly [number, number],
): [number, number] {
  let min = Infinity;
  let max = -Infinity;
  for (const { key, values } of marks) {
    const drawn = layers.get(key)?.top ?? values;
    for (let i = first; i <= last; i++) {
      const value = drawn[i] ?? NaN;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return [min, max];
}

/** True if a mark has a value between the indices; a limit alone is no data. */
export function hasValues(spec: PlotSpec, [first, last]: readonly [number, number]): boolean {
  return spec.marks.some(({ kind, values }) => {
    if (MARK_KINDS[kind].bound) return false;
    for (let i = first; i <= last; i++) if (!Number.isNaN(values[i] ?? NaN)) return true;
    return false;
  });
}
