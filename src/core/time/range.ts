/** A span of time in milliseconds since the epoch (UTC), half open: `from` belongs to it, `to` does not. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
