/** Reads a text by a grammar of its own; throws where it is not valid. */
export function secondReader(bytes: Uint8Array): unknown;
