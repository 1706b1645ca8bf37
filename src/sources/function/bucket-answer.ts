/** What makes histograms of rows, loaded when a function answers the rows of a heatmap. */
export { histogramFromRows } from '../../core/index.js';
