/** What of the toolbar comes after the first painting. */
export { RangeButtons } from './range-buttons.js';
export { refreshMenu } from './refresh-menu.js';
