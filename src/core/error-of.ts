import { WORDS } from './words/words.js';

/** What was thrown, as an error that says something: what is thrown may be anything, an error without words as well. */
export function errorOf(reason: unknown): Error {
  if (reason instanceof Error && reason.message) return reason;
  return new Error(wordsOf(reason) || WORDS.noReason, { cause: reason });
}

function wordsOf(reason: unknown): string {
  if (typeof reason === 'string') return reason;
  try {
    const { message } = reason as { readonly message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
