import { sharedObserver } from '../../plot/index.js';

const observe = sharedObserver<IntersectionObserverEntry>((tell) => new IntersectionObserver(tell));

/** Tells whether an element is in sight, at first and at each change; returns how to stop. */
export function observeSight(element: Element, listener: (inSight: boolean) => void): () => void {
  return observe(element, ({ isIntersecting }) => listener(isIntersecting));
}
