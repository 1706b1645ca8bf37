/** The script-tag entry in one file: all elements are known at once. */
export * from './index.js';

/** As of `ie-charts.js`, so that a page may name either; there is nothing left to be found. */
export const discover = (_root: Document | DocumentFragment | Element) => (): void => undefined;
