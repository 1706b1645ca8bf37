import { expect } from '@open-wc/testing';
import { stateName } from '../../src/core/index.js';

describe('the name of a state', () => {
  it('is that of the table; what is not in it has its own', () => {
    expect(['running', 'Warming up', 'constructor'].map(stateName)).to.deep.equal([
      'running',
      'Warming up',
      'constructor',
    ]);
  });
});
