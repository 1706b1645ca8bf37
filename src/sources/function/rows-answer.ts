/** Loaded when a function answers rows: what answers frames has no use for it. */
export { frameFromRows } from '../../core/index.js';
