import { readPattern, type PatternNode } from './pattern-syntax.js';

/** A place in a pattern: what the next character has to be, or, without a test, where else one may be. */
interface State {
  readonly test: ((code: number) => boolean) | null;
  readonly next: number[];
}

/** The last place, from which nothing goes on. */
const END = 0;

/** Adds the states of a node before `next`; returns the first. */
function compile(node: PatternNode, next: number, states: State[]): number {
  const add = (test: State['test'], ...after: number[]): number => states.push({ test, next: after }) - 1;
  switch (node.type) {
    case 'character':
      return add(node.test, next);
    case 'sequence':
      return node.items.reduceRight((after, item) => compile(item, after, states), next);
    case 'either':
      return add(null, ...node.options.map((option) => compile(option, next, states)));
    case 'repeat': {
      const choice = add(null);
      const body = compile(node.item, node.many ? choice : next, states);
      states[choice]?.next.push(body, next);
      return node.optional ? choice : body;
    }
  }
}

/**
 * A regular expression that has to match a whole text, as in a matcher of PromQL, in time linear in the text: all
 * places of the pattern are followed at once (Thompson 1968). Throws a RangeError in words for what it does not read.
 */
export function linearPattern(pattern: string): (text: string) => boolean {
  const states: State[] = [{ test: null, next: [] }];
  const first = compile(readPattern(pattern), END, states);
  const seen = new Uint32Array(states.length);
  let round = 0;
  /** All places that one is at when at this one. */
  const reach = (from: number, into: number[]): void => {
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen[at] === round) continue;
      seen[at] = round;
      const state = states[at];
      if (state?.test || at === END) into.push(at);
      else open.push(...(state?.next ?? []));
    }
  };
  return (text) => {
    let places: number[] = [];
    round++;
    reach(first, places);
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const after: number[] = [];
      round++;
      for (const at of places) {
        const state = states[at];
        if (state?.test?.(code)) for (const next of state.next) reach(next, after);
      }
      if (after.length === 0) return false;
      places = after;
    }
    return places.includes(END);
  };
}
