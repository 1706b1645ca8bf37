/** Imported after uPlot: gives the browser's own `navigator.language` back. */
const page: { readonly navigator?: object } = globalThis;

if (page.navigator) Reflect.deleteProperty(page.navigator, 'language');
