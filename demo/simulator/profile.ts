const WEEKDAY = [0.12, 0, 0, 0, 0, 0, 0, 0.16, 0.4, 0.72, 0.9, 0.96, 0.84, 0.86, 1, 0.98, 0.92, 0.8, 0.62, 0.48, 0.4, 0.34, 0.28, 0.2];
const WEEKEND = [0.1, 0, 0, 0, 0, 0, 0, 0, 0.06, 0.14, 0.22, 0.28, 0.28, 0.26, 0.28, 0.3, 0.28, 0.26, 0.26, 0.28, 0.26, 0.22, 0.18, 0.14];

/** A day of the endpoint begins at this hour of its clock: long quiet, scaled to zero, nothing queued. */
export const FIRST_HOUR = 3;

/**
 * Share of the busiest hour's requests, 0 to 1, `at` ms after the day's beginning; straight between full hours.
 * `weekday` counts from 0, Monday. Nothing comes between one and six o'clock.
 */
export function loadAt(weekday: number, at: number): number {
  const hours = weekday > 4 ? WEEKEND : WEEKDAY;
  const time = at / 3_600_000 + FIRST_HOUR;
  const hour = Math.floor(time);
  const before = hours[hour % 24] ?? 0;
  return before + ((hours[(hour + 1) % 24] ?? 0) - before) * (time - hour);
}
