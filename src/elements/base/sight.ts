const listeners = new Map<Element, (inSight: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Tells whether an element is in sight, at first and at each change; returns how to stop. */
export function observeSight(element: Element, listener: (inSight: boolean) => void): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
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
}
