import { sharedObserver } from './shared-observer.js';

export type ResizeListener = (width: number, height: number) => void;

const observe = sharedObserver<ResizeObserverEntry>((tell) => new ResizeObserver(tell));

/** Tells the content size of an element in CSS pixels, at first and at each change; returns how to stop. */
export function observeSize(element: Element, listener: ResizeListener): () => void {
  return observe(element, ({ contentRect }) => listener(contentRect.width, contentRect.height));
}
