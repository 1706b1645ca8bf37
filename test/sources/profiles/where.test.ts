import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { linearPattern } from '../../../src/sources/profiles/linear-pattern.js';
import { readWhere } from '../../../src/sources/profiles/where.js';
import { leastTime, timeOf } from '../../support/least-time.js';

const WHOLE: readonly (readonly [pattern: string, yes: readonly string[], no: readonly string[]])[] = [
  ['', [''], ['a']],
  ['/v1/.*|/generate', ['/v1/', '/v1/chat\n', '/generate'], ['/v1', 'x/generate', '/generates']],
  ['a|', ['a', ''], ['aa']],
  ['(?:ab)+c?', ['ab', 'abab', 'ababc'], ['', 'abcab', 'aba']],
  ['[a-c_-]+\\.[^x]', ['a-b_c.y'], ['a.x', 'd.y', 'a.']],
  ['\\d+\\w\\s\\S\\D', ['12a !x'], ['12a  x', 'a a!x']],
  ['[\\d.]+', ['1.2'], ['1,2', '']],
  ['((a*)*)*b', ['b', 'aab'], ['a']],
  ['.', ['a', '😀', '\n'], ['', 'ab']],
];

describe('a pattern of a profile', () => {
  for (const [pattern, yes, no] of WHOLE) {
    it(`matches a whole text: ${JSON.stringify(pattern)}`, () => {
      const matches = linearPattern(pattern);
      for (const text of yes) expect(matches(text), text).to.equal(true);
      for (const text of no) expect(matches(text), text).to.equal(false);
    });
  }

  it('says what the language’s own reader says', function () {
    // WebKit's own forgets a way to match here; there is nothing to compare with then.
    if (!/^(?:(()+[ab]b|)+([ab](.)*))$/su.test('abc')) this.skip();
    const piece = fc.oneof(...['a', 'b', '.', '[ab]', '[^a]', '\\w'].map(fc.constant));
    const { pattern: patterns } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
      item: fc.oneof(
        { maxDepth: 4 },
        piece,
        tie('pattern').map((inner) => `(${inner})`),
      ),
      pattern: fc
        .array(fc.tuple(tie('item'), fc.constantFrom('', '*', '+', '?', '|')), { maxLength: 5 })
        .map((all) => all.flat().join('')),
    }));
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), maxLength: 8 });
    fc.assert(
      fc.property(patterns, fc.array(texts, { minLength: 1, maxLength: 5 }), (pattern, all) => {
        const matches = linearPattern(pattern);
        const own = new RegExp(`^(?:${pattern})$`, 'su');
        for (const text of all) expect(matches(text), `${pattern} ${text}`).to.equal(own.test(text));
      }),
      { seed: 8, numRuns: 2000 },
    );
  });

  it('cannot run away', async () => {
    const matches = linearPattern('(a+)+(a*)*(a|aa)+b');
    const matching = (): Promise<number> => timeOf(() => expect(matches('a'.repeat(20_000))).to.equal(false));
    expect(await leastTime(2000, matching)).to.be.below(2000);
  });

  for (const pattern of [
    'a{2}',
    '^a',
    'a$',
    '(?=a)',
    '(a',
    'a)',
    '*a',
    'a**',
    '[a',
    '[]',
    '[b-a]',
    '[[:alpha:]]',
    '\\1',
    '\\b',
    '\\',
    'é\\p',
    'a'.repeat(1001),
  ]) {
    it(`is refused in words where it is another: ${pattern.slice(0, 20)}`, () => {
      expect(() => linearPattern(pattern)).to.throw(RangeError, 'cannot be used from');
    });
  }
});

describe('the matchers of a profile', () => {
  it('take a missing label for an empty one, as a Prometheus does', () => {
    expect(readWhere('a=""')({})).to.equal(true);
    expect(readWhere('a!="",b=~"x|"')({ a: '1' })).to.equal(true);
    expect(readWhere('a!~"x.*"')({ a: 'xy' })).to.equal(false);
    expect(readWhere('')({ a: 'xy' })).to.equal(true);
  });
});
