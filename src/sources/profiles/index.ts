export { dcgm } from './dcgm.js';
export { huggingface } from './huggingface.js';
export { kubernetes } from './kubernetes.js';
export type * from './profile.js';
export { vllm } from './vllm.js';
