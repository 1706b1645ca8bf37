/** Bytes of GPU memory: of the weights and what runs them, of one token, and of the card. */
export const WEIGHT_BYTES = 19e9;
export const TOKEN_BYTES = 262_144;
export const GPU_BYTES = 24e9;

/** Bytes of memory: of an idle server, of each request that it holds, and the limit. */
export const IDLE_BYTES = 6.2e9;
export const REQUEST_BYTES = 240e6;
export const MEMORY_BYTES = 16e9;
