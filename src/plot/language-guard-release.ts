/** Imported after uPlot: gives the browser's own `navigator.language` back. */
const page = globalThis as { navigator?: object };

if (page.navigator) Reflect.deleteProperty(page.navigator, 'language');
