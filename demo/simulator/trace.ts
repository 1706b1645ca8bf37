/** The recorded requests in order of time. */
export interface Trace {
  readonly length: number;
  /** ms since the first request. */
  readonly at: ArrayLike<number>;
  /** Tokens of the prompt. */
  readonly context: ArrayLike<number>;
  /** Tokens of the answer, at least 1. */
  readonly generated: ArrayLike<number>;
  /** ms after which the recording begins anew. */
  readonly period: number;
}

/** Reads what `demo/data/pack-trace.mjs` wrote; throws where a part of it is missing. */
export function decodeTrace(packed: ArrayBuffer | Uint8Array): Trace {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of new Uint8Array(packed)) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    numbers.push(value);
    value = 0;
    scale = 1;
  }
  const length = numbers.length / 3;
  if (!length || length % 1 || scale > 1) throw new Error('The recorded requests are cut off: fetch the file anew');
  const column = (place: number): Uint32Array => Uint32Array.from({ length }, (_, i) => numbers[3 * i + place] ?? 0);
  let at = 0;
  const times = column(0).map((wait) => (at += wait));
  return { length, at: times, context: column(1), generated: column(2).map((both) => both >> 1), period: at + 1 };
}
