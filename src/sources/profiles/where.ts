import type { Labels } from '../../core/index.js';
import { parseMatchers } from '../prometheus/matchers.js';
import { linearPattern } from './linear-pattern.js';

/** Says whether labels hold what the matchers of a profile ask, as a Prometheus would. Throws a RangeError in words. */
export function readWhere(where: string): (labels: Labels) => boolean {
  const tests = parseMatchers(where).map(({ label, operator, value }) => {
    const matches = operator.includes('~') ? linearPattern(value) : (text: string) => text === value;
    const wanted = !operator.startsWith('!');
    return (labels: Labels) => matches(labels[label] ?? '') === wanted;
  });
  return (labels) => tests.every((test) => test(labels));
}

/** Throws a RangeError in words for matchers that cannot be read. */
export const checkWhere = (where: string): void => void readWhere(where);
