import { expect } from '@open-wc/testing';
import { errorOf } from '../../src/core/index.js';

describe('What was thrown', () => {
  it('is the error itself where that says something', () => {
    const error = new RangeError('too long');
    expect(errorOf(error)).to.equal(error);
  });

  it('says what it says, whatever it is', () => {
    expect(errorOf('quota').message).to.equal('quota');
    expect(errorOf({ message: 'quota' }).message).to.equal('quota');
    expect(errorOf({ message: 'quota' }).cause).to.deep.equal({ message: 'quota' });
  });

  it('has words also where it has none', () => {
    const hostile = {
      get message(): string {
        throw new Error('no');
      },
    };
    for (const reason of [undefined, null, '', 7, new Error(''), {}, { message: 7 }, Object.create(null), hostile])
      expect(errorOf(reason).message).to.equal('The source failed without saying why');
  });
});
