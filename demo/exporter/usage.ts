import { IDLE_BYTES, REQUEST_BYTES, TOKEN_BYTES, WEIGHT_BYTES } from '../simulator/memory.js';
import type { ReplicaInstant } from '../simulator/probe.js';

/** Bytes in use by a server that runs. */
export const memoryOf = ({ batch, queue }: ReplicaInstant): number => IDLE_BYTES + (batch + queue) * REQUEST_BYTES;

/** Bytes of the GPU's memory in use. */
export const gpuMemoryOf = ({ kv }: ReplicaInstant): number => Math.round(WEIGHT_BYTES + kv * TOKEN_BYTES);
