import { expect } from '@open-wc/testing';
import { readSlots, slotsToKeep, writeSlots } from '../../src/timeframe/index.js';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 5, 1, 12);

describe('Places in the palette that are kept', () => {
  it('go through JSON, and end two days after their replica was seen last', () => {
    const kept = slotsToKeep([{ name: 'a', slot: 3 }], [{ name: 'b', slot: 0, seen: NOW - HOUR }], NOW);
    const stored: unknown = JSON.parse(JSON.stringify(writeSlots(kept)));
    expect(readSlots(stored, NOW)).to.deep.equal(kept);
    expect(readSlots(stored, NOW + 47.5 * HOUR).map(({ name }) => name)).to.deep.equal(['a']);
    expect(readSlots(stored, NOW + 49 * HOUR)).to.deep.equal([]);
  });

  it('are those of the replicas that are there, where two have the same', () => {
    const before = [
      { name: 'a', slot: 1, seen: NOW },
      { name: 'b', slot: 3, seen: NOW },
    ];
    expect(slotsToKeep([{ name: 'a', slot: 3 }], before, NOW)).to.deep.equal([{ name: 'a', slot: 3, seen: NOW }]);
  });

  it('are nothing where something else is stored', () => {
    const bad = [
      null,
      'a',
      {},
      [['a']],
      [['a', -1, NOW]],
      [['a', 1.5, NOW]],
      [['a', 1e9, NOW]],
      [['', 1, NOW]],
      [[{}, 1, NOW]],
      [['a', 1, 'x']],
      [['x'.repeat(1000), 1, NOW]],
    ];
    for (const stored of bad) expect(readSlots(stored, NOW), JSON.stringify(stored)).to.deep.equal([]);
    const twice = [
      ['a', 1, NOW],
      ['b', 1, NOW],
      ['a', 2, NOW],
      ['__proto__', 3, NOW + HOUR],
    ];
    expect(readSlots(twice, NOW)).to.deep.equal([
      { name: 'a', slot: 1, seen: NOW },
      { name: '__proto__', slot: 3, seen: NOW },
    ]);
  });
});
