import type { ReactiveControllerHost } from 'lit';
import type { AnnotationSource } from '../../core/index.js';
import { AskedAnnotations, type TimeframeStore } from '../../timeframe/index.js';
import { emit } from '../base/emit.js';

/** What an element of a time frame has of annotations. */
interface Annotated extends EventTarget, ReactiveControllerHost {
  readonly annotations: AnnotationSource | null;
  readonly store: TimeframeStore;
}

const closers = new WeakMap<Annotated, () => void>();

/** Puts what the property `annotations` has now on the board of the time frame, in place of what it had. */
export function showAnnotations(timeframe: Annotated): void {
  const { annotations, store } = timeframe;
  closers.get(timeframe)?.();
  closers.delete(timeframe);
  if (!annotations) return;
  const asked = new AskedAnnotations(store, annotations, (error) => {
    emit(timeframe, 'ie-error', { error });
  });
  // A time frame that left the document asks nothing.
  const presence = { hostConnected: () => asked.resume(), hostDisconnected: () => asked.pause() };
  timeframe.addController(presence);
  closers.set(timeframe, () => {
    timeframe.removeController(presence);
    asked.close();
  });
}
