import { expect } from '@open-wc/testing';
import { dateFormat, numberFormat } from '../../src/core/index.js';

describe('formatters', () => {
  it('are made once for equal options', () => {
    expect(numberFormat('en', { maximumFractionDigits: 2 })).to.equal(numberFormat('en', { maximumFractionDigits: 2 }));
    expect(dateFormat('en', { timeZone: 'UTC' })).to.equal(dateFormat('en', { timeZone: 'UTC' }));
    expect(dateFormat('en', { timeZone: 'UTC' })).not.to.equal(dateFormat('de', { timeZone: 'UTC' }));
  });
});
