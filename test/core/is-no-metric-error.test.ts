import { expect } from '@open-wc/testing';
import { FrameError, isNoMetricError, NoMetricError } from '../../src/core/index.js';

const like = (name: string, more: object): Error =>
  Object.assign(new Error('The source has no such metric'), { name }, more);

describe('isNoMetricError', () => {
  it('knows the error, also of another copy of the library', () => {
    expect(isNoMetricError(new NoMetricError('latency'))).to.equal(true);
    expect(isNoMetricError(like('NoMetricError', { metric: 'latency' }))).to.equal(true);
  });

  it('takes no other error for it, nor one that names no metric', () => {
    const others = [
      new FrameError('latency', 'no data'),
      new Error('no such metric'),
      like('Error', { metric: 'latency' }),
    ];
    const nameless = [like('NoMetricError', {}), like('NoMetricError', { metric: undefined })];
    expect([...others, ...nameless].filter(isNoMetricError)).to.deep.equal([]);
  });
});
