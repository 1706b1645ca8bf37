import type { Annotation } from '../core/index.js';

/** Annotations from whoever has some, as one list. */
export class AnnotationBoard {
  /** Ascending; what several tell alike stands once. */
  list: readonly Annotation[] = [];
  readonly #parts = new Map<object, readonly Annotation[]>();
  readonly #listeners = new Set<() => void>();

  /** What `owner` has now, in place of what it had; an empty list takes it away. */
  put(owner: object, annotations: readonly Annotation[]): void {
    if (!annotations.length && !this.#parts.has(owner)) return;
    if (annotations.length) this.#parts.set(owner, annotations);
    else this.#parts.delete(owner);
    const all = [...this.#parts.values()].flat();
    const once = new Map(all.map((one) => [JSON.stringify([one.at, one.until, one.kind, one.label]), one]));
    this.list = [...once.values()].sort((a, b) => a.at - b.at);
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` at each change, not at once. Returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const boards = new WeakMap<object, AnnotationBoard>();

/** The board of a time frame, for all its charts, or of one chart. It goes with it. */
export function annotationBoardOf(owner: object): AnnotationBoard {
  let board = boards.get(owner);
  if (!board) boards.set(owner, (board = new AnnotationBoard()));
  return board;
}
