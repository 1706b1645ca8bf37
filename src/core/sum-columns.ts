/** The sum of columns, each `length` long; what is missing in all of them is missing in the sum. */
export function sumColumns(columns: readonly Float64Array[], length: number): Float64Array {
  const [only] = columns;
  if (only && columns.length === 1) return only;
  const sum = new Float64Array(length).fill(NaN);
  for (const column of columns) {
    for (let i = 0; i < length; i++) {
      const value = column[i] ?? NaN;
      if (!Number.isNaN(value)) sum[i] = (sum[i] || 0) + value;
    }
  }
  return sum;
}
