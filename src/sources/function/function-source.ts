import type { Frame, Source, SourceFunction } from '../../core/index.js';

/** A frame says what kind it is in text; rows by name may have a series of the name `kind`. */
const isFrame = (answer: unknown): answer is Frame =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && typeof answer.kind === 'string';

/**
 * A plain function as a source. It may answer a frame or simple rows; what else it answers, and an infinite value or
 * times that do not ascend, get an error in words. `now` is its clock, ms.
 */
export function functionSource(answer: SourceFunction, now: () => number = Date.now): Source {
  return {
    async query(request, context) {
      const data = await answer(request, context);
      if (isFrame(data)) return data;
      const { rowsAnswer } = await import('./rows-answer.js');
      return rowsAnswer(data, request, now());
    },
  };
}
