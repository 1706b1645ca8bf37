import { expect } from '@open-wc/testing';
import { classOf, compareStatus, RESPONSE_CLASSES } from '../../src/core/index.js';

describe('a response class', () => {
  it('is known of codes and of classes in either case', () => {
    expect(['100', '200', '2xx', '2XX', '404', '503', '5xX'].map(classOf)).to.deep.equal([
      '1xx',
      '2xx',
      '2xx',
      '2xx',
      '4xx',
      '5xx',
      '5xx',
    ]);
  });

  it('is other for what is no status', () => {
    const strange = ['', '600', '099', '20', '2000', 'ok', '__proto__', '<b>', '2x0', ' 200'];
    expect(strange.map(classOf)).to.deep.equal(strange.map(() => 'other'));
  });

  it('orders statuses by class, then by code', () => {
    expect(['zzz', '503', '2xx', '404', '200', '200', '100'].sort(compareStatus)).to.deep.equal([
      '100',
      '200',
      '200',
      '2xx',
      '404',
      '503',
      'zzz',
    ]);
    expect([...RESPONSE_CLASSES].sort(compareStatus)).to.deep.equal(RESPONSE_CLASSES);
  });
});
