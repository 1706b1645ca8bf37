import { HOUR } from '../core/index.js';
import type { ReplicaSlot } from './state.js';

/** A replica's place in the palette, and when it was seen last, ms. */
export interface KeptSlot extends ReplicaSlot {
  readonly seen: number;
}

/** A replica that was away for longer loses its place, ms: a new deployment has other names. */
const AWAY = 48 * HOUR;
const MOST = 500;
const LONGEST = 200;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isPlace = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10_000;

/** What `writeSlots()` stored, without what is no slot; each name and each place once. */
export function readSlots(stored: unknown, now: number): KeptSlot[] {
  const found = new Map<string, KeptSlot>();
  const places = new Set<number>();
  for (const entry of listOf(stored).slice(0, MOST)) {
    const [name, slot, seen] = listOf(entry);
    if (typeof name !== 'string' || name === '' || name.length > LONGEST || found.has(name)) continue;
    if (!isPlace(slot) || places.has(slot) || typeof seen !== 'number' || !(seen > now - AWAY)) continue;
    places.add(slot);
    found.set(name, { name, slot, seen: Math.min(seen, now) });
  }
  return [...found.values()];
}

/** Those that are there now, and those of `before` that may come again. */
export function slotsToKeep(known: readonly ReplicaSlot[], before: readonly KeptSlot[], now: number): KeptSlot[] {
  const names = new Set(known.map(({ name }) => name));
  const places = new Set(known.map(({ slot }) => slot));
  const away = before.filter(({ name, slot, seen }) => !names.has(name) && !places.has(slot) && seen > now - AWAY);
  return [...known.map((one) => ({ ...one, seen: now })), ...away].slice(0, MOST);
}

/** As plain data for JSON: `[name, slot, seen]`. */
export const writeSlots = (slots: readonly KeptSlot[]): unknown[] =>
  slots.map(({ name, slot, seen }) => [name, slot, seen]);
