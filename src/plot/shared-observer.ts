/** What resize and intersection observers have in common. */
interface ElementObserver {
  observe(element: Element): void;
  unobserve(element: Element): void;
  disconnect(): void;
}

/**
 * One observer for all elements, there only while somebody listens. `make` gets what to call with an observer's
 * entries. The function that comes back observes an element, and returns how to stop.
 */
export function sharedObserver<Entry extends { readonly target: Element }>(
  make: (tell: (entries: readonly Entry[]) => void) => ElementObserver,
): (element: Element, listener: (entry: Entry) => void) => () => void {
  const listeners = new Map<Element, (entry: Entry) => void>();
  let observer: ElementObserver | undefined;
  return (element, listener) => {
    observer ??= make((entries) => {
      for (const entry of entries) listeners.get(entry.target)?.(entry);
    });
    listeners.set(element, listener);
    observer.observe(element);
    return () => {
      listeners.delete(element);
      observer?.unobserve(element);
      if (listeners.size > 0) return;
      observer?.disconnect();
      observer = undefined;
    };
  };
}
