import { expect } from '@open-wc/testing';
import { bucketName } from '../../src/core/index.js';

const BOUNDS = [0.001, 0.1, 0.25, 0.95, 1.2, Infinity];
const nameOf = (bucket: number, bounds = BOUNDS): string => bucketName(bounds, bucket, 'seconds', 'en');

describe('the name of a bucket', () => {
  it('has both bounds, in one unit where that is theirs', () => {
    expect(nameOf(2)).to.equal('100 – 250 ms');
    expect(nameOf(4)).to.equal('950 ms – 1.2 s');
    expect(bucketName([2 ** 30, 2 ** 31], 1, 'bytes', 'en')).to.equal('1 – 2 GiB');
  });

  it('has one where the other is none', () => {
    expect(nameOf(0)).to.equal('up to 1 ms');
    expect(nameOf(5)).to.equal('over 1.2 s');
    expect(nameOf(0, [Infinity])).to.equal('any');
  });
});
