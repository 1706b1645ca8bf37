import { expect } from '@open-wc/testing';
import * as elements from '../../src/elements/index.js';

interface ElementClass {
  new (): HTMLElement;
  readonly prototype: HTMLElement;
  readonly observedAttributes?: readonly string[];
}

const isElementClass = (value: unknown): value is ElementClass =>
  typeof value === 'function' && value.prototype instanceof HTMLElement;

const camelCase = (attribute: string): string =>
  attribute.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());

/** Names that a framework finds `in` the element and yet cannot set: getters without setters, and methods. */
function unsettable({ prototype }: ElementClass): Set<string> {
  const settable = new Set<string>();
  const found = new Set<string>();
  for (let own: object = prototype; own !== HTMLElement.prototype; own = Object.getPrototypeOf(own)) {
    for (const [name, { set, writable, value }] of Object.entries(Object.getOwnPropertyDescriptors(own))) {
      if (set) settable.add(name);
      else if (!settable.has(name) && (!writable || typeof value === 'function')) found.add(name);
    }
  }
  return found;
}

/** Attributes of any class whose name is a property that a class does not let a framework set. */
function clashes(classes: readonly ElementClass[]): string[] {
  const attributes = classes.flatMap(({ observedAttributes = [] }) => observedAttributes);
  const names = new Set([...attributes, ...attributes.map(camelCase)]);
  return classes.flatMap((element) => [...unsettable(element)].filter((name) => names.has(name)));
}

describe('the properties of the elements', () => {
  const classes = Object.values<unknown>(elements).filter(isElementClass);

  it('are settable wherever any element has an attribute of that name', () => {
    expect(classes.length).to.be.greaterThan(3);
    expect(classes.flatMap(({ observedAttributes = [] }) => observedAttributes)).to.include.members([
      'range',
      'details',
    ]);
    expect(clashes(classes)).to.deep.equal([]);
  });

  it('would not pass with a read-only property or a method of an attribute’s name', () => {
    class ReadOnly extends HTMLElement {
      get range(): string {
        return '';
      }
    }
    class Method extends HTMLElement {
      details(): void {}
    }
    expect(clashes([...classes, ReadOnly, Method])).to.deep.equal(['range', 'details']);
  });

  it('hold whatever text an attribute may have, without an exception', () => {
    for (const Element of classes) {
      for (const attribute of Element.observedAttributes ?? []) {
        for (const value of ['', 'nonsense', null, undefined]) {
          const made = new Element();
          expect(() => Reflect.set(made, camelCase(attribute), value), `${attribute}=${value}`).not.to.throw();
        }
      }
    }
  });
});
