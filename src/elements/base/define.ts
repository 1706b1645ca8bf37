import { WORDS } from '../../core/index.js';
import { VERSION } from './version.js';

interface Versioned {
  readonly ieChartsVersion?: string;
}

/** Registers an element; where another copy of the library was first, it keeps the tag, and a differing version is told. */
export function define(tag: string, element: CustomElementConstructor): void {
  Object.defineProperty(element, 'ieChartsVersion', { value: VERSION });
  const first: (CustomElementConstructor & Versioned) | undefined = customElements.get(tag);
  if (!first) customElements.define(tag, element);
  else if (first !== element && first.ieChartsVersion !== VERSION) tell(first.ieChartsVersion);
}

let told = false;

function tell(version = '?'): void {
  if (told) return;
  told = true;
  console.warn(WORDS.otherVersion(version, VERSION));
}
