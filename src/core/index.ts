export * from './frame.js';
export * from './metrics.js';
export * from './range.js';
export * from './request.js';
export * from './source.js';
export * from './unit.js';
