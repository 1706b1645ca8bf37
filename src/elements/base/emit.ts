import type { EventDetails } from '../events.js';

/** Dispatches an event that bubbles, also out of shadow roots; false if somebody cancelled it. */
export const emit = <Name extends keyof EventDetails>(
  element: Pick<Element, 'dispatchEvent'>,
  type: Name,
  detail: EventDetails[Name],
  cancelable = false,
): boolean => element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
