/** The recorded requests in order of time. */
export interface Trace {
  readonly length: number;
  /** ms since the first request. */
  readonly at: Uint32Array;
  /** Tokens of the prompt. */
  readonly context: Uint16Array;
  /** Tokens of the answer, at least 1. */
  readonly generated: Uint16Array;
  /** ms after which the recording begins anew. */
  readonly period: number;
}

/** Reads what `demo/data/pack-trace.mjs` wrote; throws on a file that is cut off. */
export function decodeTrace(packed: ArrayBuffer | Uint8Array): Trace {
  const bytes = new Uint8Array(packed);
  const columns = [new Uint32Array(bytes.length), new Uint16Array(bytes.length), new Uint16Array(bytes.length)] as const;
  let value = 0;
  let scale = 1;
  let count = 0;
  let at = 0;
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    const row = Math.floor(count / 3);
    if (count % 3 === 0) columns[0][row] = at += value;
    else if (count % 3 === 1) columns[1][row] = value;
    else columns[2][row] = value >> 1;
    count++;
    value = 0;
    scale = 1;
  }
  if (!count || count % 3 || scale > 1) throw new Error('The recorded requests are cut off: fetch the file anew');
  const length = count / 3;
  return {
    length,
    at: columns[0].slice(0, length),
    context: columns[1].slice(0, length),
    generated: columns[2].slice(0, length),
    period: at + 1,
  };
}
