/** The load of each hour from midnight on, in digits: 9 is the busiest. */
const WEEKDAY = [...'100000014689889987654332'].map(Number);
const WEEKEND = [...'100000001123322332223221'].map(Number);

/** A day of the endpoint begins at this hour of its clock: long quiet, scaled to zero, nothing queued. */
export const FIRST_HOUR = 3;

/** The hour at which the page opens: load is high by then, and not much of the day has to be simulated first. */
export const OPENING_HOUR = 10;

/**
 * Share of the busiest hour's requests, 0 to 1, `at` ms after the day's beginning; straight between full hours.
 * `weekday` counts from 0, Monday. Nothing comes between one and six o'clock.
 */
export function loadAt(weekday: number, at: number): number {
  const hours = weekday > 4 ? WEEKEND : WEEKDAY;
  const time = at / 3_600_000 + FIRST_HOUR;
  const hour = Math.floor(time);
  const before = hours[hour % 24] ?? 0;
  return (before + ((hours[(hour + 1) % 24] ?? 0) - before) * (time - hour)) / 9;
}
