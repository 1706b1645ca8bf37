/** What resize and intersection observers have in common. */
interface ElementObserver {
  observe(element: Element): void;
  unobserve(element: Element): void;
  disconnect(): void;
}

/**
 * One observer for all elements, there only while somebody listens. `make` gets what to call with an observer's
 * entries. The function that comes back observes an element for a listener of its own, and returns how to stop; several
 * may observe the same one, and where another joins, all of them are told anew.
 */
export function sharedObserver<Entry extends { readonly target: Element }>(
  make: (tell: (entries: readonly Entry[]) => void) => ElementObserver,
): (element: Element, listener: (entry: Entry) => void) => () => void {
  const listeners = new Map<Element, Set<(entry: Entry) => void>>();
  let observer: ElementObserver | undefined;
  return (element, listener) => {
    observer ??= make((entries) => {
      for (const entry of entries) listeners.get(entry.target)?.forEach((tell) => tell(entry));
    });
    const hearing = listeners.get(element) ?? new Set();
    listeners.set(element, hearing.add(listener));
    // One that is observed already is told of no more.
    observer.unobserve(element);
    observer.observe(element);
    return () => {
      hearing.delete(listener);
      if (hearing.size > 0) return;
      listeners.delete(element);
      observer?.unobserve(element);
      if (listeners.size > 0) return;
      observer?.disconnect();
      observer = undefined;
    };
  };
}
