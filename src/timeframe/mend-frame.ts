/** Loaded for an answer that is not sound at first sight: mends what can be mended, and has the words for the rest. */
export { checkFrame } from '../core/index.js';
