import type { AnnotationSource } from '../../core/index.js';
import { AskedAnnotations, type Timeframe } from '../../timeframe/index.js';
import { LEFT } from '../base/timeframe-link.js';

/** What an element of a time frame has of annotations. */
interface Annotated extends EventTarget {
  readonly annotations: AnnotationSource | null;
  readonly store: Timeframe;
}

const closers = new WeakMap<Annotated, () => void>();

/** Puts what the property `annotations` has now on the board of the time frame, in place of what it had. */
export function showAnnotations(timeframe: Annotated): void {
  const { annotations, store } = timeframe;
  closers.get(timeframe)?.();
  closers.delete(timeframe);
  if (!annotations) return;
  const asked = new AskedAnnotations(store, annotations, (error) => {
    timeframe.dispatchEvent(new CustomEvent('ie-error', { detail: { error }, bubbles: true, composed: true }));
  });
  // A time frame that left the document asks nothing.
  const pause = (): void => asked.pause();
  timeframe.addEventListener(LEFT, pause);
  closers.set(timeframe, () => {
    timeframe.removeEventListener(LEFT, pause);
    asked.close();
  });
}
