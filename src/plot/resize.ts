export type ResizeListener = (width: number, height: number) => void;

const listeners = new Map<Element, ResizeListener>();
let observer: ResizeObserver | undefined;

/** Tells the content size of an element in CSS pixels, at first and at each change; returns how to stop. */
export function observeSize(element: Element, listener: ResizeListener): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) listeners.get(target)?.(contentRect.width, contentRect.height);
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
