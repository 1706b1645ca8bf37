import { expect } from '@open-wc/testing';
import * as all from '../../src/timeframe/index.js';
import * as timeframe from '../../src/timeframe/public.js';

describe('ie-charts/timeframe', () => {
  it('holds the time frame, its clock and cursor, and the key by which elements find it', () => {
    expect(Object.keys(timeframe)).to.have.members([
      'TimeframeStore',
      'systemClock',
      'CursorChannel',
      'timeframeContext',
    ]);
    for (const [name, value] of Object.entries(timeframe)) expect(Reflect.get(all, name), name).to.equal(value);
  });
});
