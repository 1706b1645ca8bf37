/** Index of the first of ascending times at or after `time`; of the first after it where `past` is set. */
export function indexFrom(times: ArrayLike<number>, time: number, past = false): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = times[middle] ?? NaN;
    if (found < time || (past && found === time)) low = middle + 1;
    else high = middle;
  }
  return low;
}
