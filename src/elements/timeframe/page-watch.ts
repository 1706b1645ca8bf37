/**
 * Calls `listener` when the page is hidden or shown, when it goes, and when it comes, also out of the back/forward cache.
 * Returns how to stop.
 */
export function watchPage(type: 'visibilitychange' | 'pagehide' | 'pageshow', listener: () => void): () => void {
  // Those of the document pass by the window first.
  window.addEventListener(type, listener, true);
  return () => window.removeEventListener(type, listener, true);
}
