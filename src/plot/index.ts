export * from './palette.js';
export * from './plot-spec.js';
export type { PlotLayout } from './layout.js';
export * from './plot.js';
export * from './resize.js';
export * from './shared-observer.js';
export * from './theme.js';
export * from './view.js';
export { hasValues } from './extent.js';
