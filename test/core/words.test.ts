import { expect } from '@open-wc/testing';
import { ANNOTATION_WORDS, ANSWER_WORDS, FRAME_WORDS, quoted, WORDS } from '../../src/core/index.js';

describe('words', () => {
  it('count the annotations that find no room', () => {
    expect(ANNOTATION_WORDS.more(3)).to.equal('+ 3 more');
  });

  it('are texts, or take values into them', () => {
    for (const [name, entry] of Object.entries({ ...WORDS, ...ANSWER_WORDS, ...FRAME_WORDS })) {
      const text: unknown = typeof entry === 'string' ? entry : Reflect.apply(entry, undefined, ['7', '7', '7']);
      expect(text, name)
        .to.be.a('string')
        .and.match(/\S/)
        .and.not.match(/undefined|\[object/);
    }
  });

  it('quote strange text on one line, and not all of it', () => {
    expect(quoted('a\n"b"')).to.equal(String.raw`"a\n\"b\""`);
    expect(quoted('x'.repeat(61))).to.have.length(62);
  });
});
