/**
 * uPlot makes a number format of `navigator.language` when it is imported, and throws where that is no valid tag
 * (`en-US@posix`, say). This module is imported before uPlot and lends it a valid one meanwhile.
 */
const page: { readonly navigator?: Navigator } = globalThis;

function valid(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

if (page.navigator && !valid(page.navigator.language)) {
  Object.defineProperty(page.navigator, 'language', { value: 'en-US', configurable: true });
}
