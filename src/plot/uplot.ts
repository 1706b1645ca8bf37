import './language-guard.js';
import uPlot from 'uplot';
import './language-guard-release.js';

/** The only import of uPlot; its place between the two guards matters. */
export { uPlot };
