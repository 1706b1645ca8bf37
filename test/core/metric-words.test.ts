import { expect } from '@open-wc/testing';
import { metricName } from '../../src/core/index.js';

describe('the name of a metric', () => {
  it('is in words where there are some, and its own else', () => {
    expect(metricName('kv-cache')).to.equal('KV Cache');
    expect(metricName('my_metric')).to.equal('my_metric');
    expect(metricName('constructor')).to.equal('constructor');
  });
});
