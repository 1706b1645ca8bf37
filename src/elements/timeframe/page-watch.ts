/**
 * Calls `listener` when the page is hidden or shown, when it goes, when it comes, also out of the back/forward cache, and
 * when somebody went back or forward within it. Returns how to stop.
 */
export function watchPage(
  type: 'visibilitychange' | 'pagehide' | 'pageshow' | 'popstate',
  listener: () => void,
): () => void {
  // Those of the document pass by the window first; a way back is the page's own matter before it is ours.
  const capture = type !== 'popstate';
  window.addEventListener(type, listener, capture);
  return () => window.removeEventListener(type, listener, capture);
}
