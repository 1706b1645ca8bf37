import { expect } from '@open-wc/testing';
import { readAnnotation, readAnnotations } from '../../src/core/index.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const read = (given: unknown) => readAnnotation(given, 3, NOW, 'Europe/Paris');

describe('an annotation', () => {
  it('takes its times as text, as a number and as a date', () => {
    const { at, until } = read({ at: '2026-06-01T10:00:00Z', until: new Date(NOW), label: 'a' });
    expect([at, until]).to.deep.equal([NOW - 7_200_000, NOW]);
    expect(read({ at: NOW, label: 'a' }).at).to.equal(NOW);
    expect(read({ at: 'now-1h', label: 'a' }).at).to.equal(NOW - 3_600_000);
  });

  it('is in the zone of the time frame where its text has no offset', () => {
    expect(read({ at: '2026-06-01T14:00', label: 'a' }).at).to.equal(NOW);
  });

  it('is a note and a moment where it says no more, and keeps what it says', () => {
    expect(read({ at: 0, until: '', label: 7 })).to.deep.equal({
      at: 0,
      until: null,
      label: '7',
      kind: 'note',
      cause: '',
    });
    expect(read({ at: 0, until: null, label: null, kind: 'x', cause: 'y' })).to.deep.equal({
      at: 0,
      until: null,
      label: '',
      kind: 'x',
      cause: 'y',
    });
  });

  it('says what is wrong with it, and which one it is', () => {
    expect(() => read('x')).to.throw(RangeError, 'Annotation 3 is string');
    expect(() => read(null)).to.throw(RangeError, 'Annotation 3 is null');
    expect(() => read({ label: 'a' })).to.throw(RangeError, 'Annotation 3 has no time');
    expect(() => read({ at: 'soon' })).to.throw(RangeError, 'Annotation 3: "soon" is not a time');
    expect(() => read({ at: NaN })).to.throw(RangeError, '"NaN" is not a time');
    expect(() => read({ at: 1e18 })).to.throw(RangeError, 'is not a time');
    expect(() => read({ at: 2, until: 1 })).to.throw(RangeError, 'ends before it begins');
  });

  it('is read in a list, and a list is needed', () => {
    const { annotations, problem } = readAnnotations([{ at: 1, label: 'a' }], NOW, 'UTC');
    expect(annotations.map(({ label }) => label)).to.deep.equal(['a']);
    expect(problem).to.equal(null);
    expect(() => readAnnotations({}, NOW, 'UTC')).to.throw(RangeError, 'give a list');
    expect(() => readAnnotations(null, NOW, 'UTC')).to.throw(RangeError, 'are null');
  });

  it('leaves out what it does not understand, and says so', () => {
    const given = [{ at: 1, label: 'a' }, 5, { at: 'garbage' }, { at: 2, until: 1 }, { at: 3, label: 'b' }];
    const { annotations, problem } = readAnnotations(given, NOW, 'UTC');
    expect(annotations.map(({ label }) => label)).to.deep.equal(['a', 'b']);
    expect(problem?.message).to.equal('Annotation 2 is number; write { at, label }. It is left out, and so are 2 more');
    expect(readAnnotations([{}], NOW, 'UTC').problem?.message).to.match(/\. It is left out$/);
  });
});
