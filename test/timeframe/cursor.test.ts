import { expect } from '@open-wc/testing';
import { CursorChannel } from '../../src/timeframe/index.js';

describe('CursorChannel', () => {
  it('tells each listener at once where the pointer is and who moved it', () => {
    const channel = new CursorChannel();
    const plot = {};
    const told: unknown[] = [];
    channel.subscribe((time, origin) => told.push([time, origin === plot]));
    channel.move(5, plot);
    channel.move(null, null);
    expect(told).to.deep.equal([
      [5, true],
      [null, false],
    ]);
    expect(channel.time).to.equal(null);
  });

  it('says nothing where nothing moved, and nothing more after the undo', () => {
    const channel = new CursorChannel();
    const told: unknown[] = [];
    const undo = channel.subscribe((time) => told.push(time));
    channel.move(5, null);
    channel.move(5, null);
    undo();
    channel.move(6, null);
    expect(told).to.deep.equal([5]);
  });
});
