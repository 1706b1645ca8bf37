import type { Arbitrary } from 'fast-check';

/** One sample as it reads. */
interface Row {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly timestamp: number;
}

/** Valid texts with what they say. */
export const expositions: Arbitrary<{ readonly text: string; readonly rows: readonly Row[] }>;
export const mutations: Arbitrary<readonly [seed: number, count: number]>;
export function mutated(text: string, change: readonly [seed: number, count: number]): Uint8Array;
