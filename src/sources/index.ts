export { asSource } from './as-source.js';
export { composeSources } from './compose-sources.js';
export { functionSource } from './function/function-source.js';
