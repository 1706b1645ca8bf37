import { expect } from '@open-wc/testing';
import { labelSet, type Frame } from '../../src/core/index.js';
import { replicasIn, ReplicaSlots } from '../../src/timeframe/replica-slots.js';

const FACTS = { range: { from: 0, to: 1 }, step: 1, completeUntil: 1, now: 1, notices: [] };

describe('ReplicaSlots', () => {
  it('gives a place at first sight and never to another', () => {
    const slots = new ReplicaSlots();
    slots.see(['b', undefined, '', 'a']);
    const before = slots.list;
    slots.see(['a']);
    expect(slots.list).to.equal(before);
    slots.see(['c']);
    expect(slots.list).to.deep.equal([
      { name: 'b', slot: 0 },
      { name: 'a', slot: 1 },
      { name: 'c', slot: 2 },
    ]);
  });

  it('keeps the places of before, also of those that come late', () => {
    const slots = new ReplicaSlots([
      { name: 'a', slot: 1 },
      { name: 'late', slot: 0 },
    ]);
    slots.see(['new', 'a']);
    slots.see(['late', 'newer']);
    expect(slots.list).to.deep.equal([
      { name: 'new', slot: 2 },
      { name: 'a', slot: 1 },
      { name: 'late', slot: 0 },
      { name: 'newer', slot: 3 },
    ]);
  });

  it('reads replicas from series and lanes', () => {
    const labels = labelSet([['replica', 'r1']]);
    const values = new Float64Array();
    const series: Frame = {
      ...FACTS,
      kind: 'series',
      times: values,
      series: [{ name: 's', labels, unit: '', values }],
    };
    const lanes: Frame = { ...FACTS, kind: 'intervals', lanes: [{ name: 'l', labels: labelSet(), intervals: [] }] };
    expect(replicasIn(series)).to.deep.equal(['r1']);
    expect(replicasIn(lanes)).to.deep.equal([undefined]);
    expect(replicasIn({ ...FACTS, kind: 'events', events: [] })).to.deep.equal([]);
  });
});
