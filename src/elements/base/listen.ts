/** Adds listeners to an element, by the types of their events. Returns how to take them away. */
export function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  listeners: { readonly [T in K]: (event: HTMLElementEventMap[T]) => void },
  options: AddEventListenerOptions = {},
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  for (const type in listeners) element.addEventListener(type, listeners[type], { ...options, signal });
  return () => listening.abort();
}
