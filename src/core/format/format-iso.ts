import { zoneOffset } from '../time/zone.js';

/** `+05:30` of an offset in ms. */
export const isoOffset = (offset: number): string =>
  (offset < 0 ? '-' : '+') + new Date(Math.abs(offset)).toISOString().slice(11, 16);

/** A moment (ms) in ISO 8601, with the time of the zone and its offset: `2026-06-01T15:30:00.000+05:30`. */
export function formatIso(time: number, zone: string): string {
  const offset = zoneOffset(time, zone);
  return new Date(time + offset).toISOString().replace('Z', zone === 'UTC' ? 'Z' : isoOffset(offset));
}
