import { expect } from '@open-wc/testing';
import { define } from '../../src/elements/base/define.js';
import { VERSION } from '../../src/elements/base/version.js';

/** What the console is warned of while `act` runs. */
function warnings(act: () => void): string[] {
  const seen: string[] = [];
  const own = console.warn;
  console.warn = (text: string) => void seen.push(text);
  try {
    act();
  } finally {
    console.warn = own;
  }
  return seen;
}

const element = (version?: string): CustomElementConstructor => {
  const made = class extends HTMLElement {};
  if (version) Object.defineProperty(made, 'ieChartsVersion', { value: version });
  return made;
};

describe('a tag that is taken', () => {
  it('stays with the copy that came first, in silence where both are of one version', () => {
    const first = element();
    const seen = warnings(() => {
      define('ie-same-version', first);
      define('ie-same-version', element());
    });
    expect(customElements.get('ie-same-version')).to.equal(first);
    expect(seen).to.deep.equal([]);
  });

  it('is told once on the console where the versions differ, for all tags together', () => {
    const [first, second] = [element('0.0.9'), element('0.0.9')];
    customElements.define('ie-other-version', first);
    customElements.define('ie-other-version-too', second);
    const seen = warnings(() => {
      define('ie-other-version', element());
      define('ie-other-version-too', element());
    });
    expect(seen).to.have.length(1);
    expect(seen[0]).to.contain('0.0.9').and.to.contain(VERSION);
    expect(customElements.get('ie-other-version')).to.equal(first);
  });
});
