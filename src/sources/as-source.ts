import { WORDS, type Source, type SourceFunction } from '../core/index.js';
import { functionSource } from './function/function-source.js';

const isFunction = (value: unknown): value is SourceFunction => typeof value === 'function';
const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && 'query' in value && isFunction(value.query);

/** One source for each function, so that time frames on the same function share its answers. */
const made = new WeakMap<SourceFunction, Source>();

/** A source out of what a portal hands over; `null` and `undefined` are none. Throws a TypeError in words. */
export function asSource(value: unknown): Source | null {
  if (value === null || value === undefined) return null;
  if (isSource(value)) return value;
  if (!isFunction(value)) throw new TypeError(WORDS.badSource(typeof value));
  const source = made.get(value) ?? functionSource(value);
  made.set(value, source);
  return source;
}
