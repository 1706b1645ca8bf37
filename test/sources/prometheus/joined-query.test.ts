import { expect } from '@open-wc/testing';
import { groupsOf, joinedQuery, partsOf, type TimedQuery } from '../../../src/sources/prometheus/joined-query.js';
import { T0 } from './support.js';

const line = (query: string, from: number, to: number, step = 10): TimedQuery => ({
  query,
  start: T0 + from * 1000,
  end: T0 + to * 1000,
  step: step * 1000,
});
const stat = (query: string): TimedQuery => ({ query, start: T0, end: T0, step: null });
const names = (groups: readonly (readonly TimedQuery[])[]): string =>
  groups.map((group) => group.map(({ query }) => query).join('')).join(' ');

describe('queries that are joined', () => {
  it('are those of one grid, and those of few times', () => {
    const grid = [line('a', 0, 60), line('b', 20, 100), line('c', 0, 240, 60), stat('d')];
    expect(names(groupsOf(grid))).to.equal('abcd');
    expect(names(groupsOf([line('a', 0, 60), line('b', 5, 65)])), 'another grid, many times').to.equal('a b');
    expect(names(groupsOf([line('a', 0, 60), line('b', 5, 55)])), 'another grid, few times').to.equal('ab');
    expect(names(groupsOf([line('a', 0, 60), line('b', 0, 360, 60)])), 'many times of coarser steps').to.equal('a b');
    expect(names(groupsOf([line('a', 0, 60), line('b', 3000, 3060)])), 'far apart').to.equal('a b');
    expect(names(groupsOf([stat('a'), { ...stat('b'), end: T0 + 60_000 }])), 'without a range').to.equal('ab');
    expect(groupsOf([])).to.deep.equal([]);
  });

  it('stay short enough for a server', () => {
    const long = Array.from({ length: 30 }, (_, i) => line(`${i}`.padEnd(1000, 'x'), 0, 60));
    const groups = groupsOf(long);
    expect(groups.flat()).to.have.members(long);
    expect(groups.length).to.be.within(2, 3);
    for (const group of groups) expect(joinedQuery(group).query.length).to.be.below(15_000);
    const bars = Array.from({ length: 30 }, (_, i) => line(`${i}`.padEnd(500, 'x'), 0, 180, 60));
    for (const group of groupsOf([line('a', 0, 60), ...bars])) {
      expect(joinedQuery(group).query.length).to.be.below(15_000);
    }
  });

  it('are written as one', () => {
    const parts = [line('up', 0, 60), line('sum(x) or y', 0, 60, 60), stat('z')];
    expect(joinedQuery(parts)).to.deep.equal({
      start: T0,
      end: T0 + 60_000,
      step: 10_000,
      query:
        'label_replace(up,"__ie__","0","","") or ' +
        `(last_over_time((label_replace(sum(x) or y,"__ie__","1.0","","") or label_replace(z,"__ie__","2.0","",""))` +
        `[299999ms:300s] @ ${T0 / 1000}) or ` +
        `last_over_time((label_replace(sum(x) or y,"__ie__","1.1","",""))[59999ms:60s] @ ${T0 / 1000 + 60}))` +
        ` and on() (vector(time()) == ${T0 / 1000})`,
    });
  });

  it('come apart with their own times and labels, and without series that have none', () => {
    const at = T0 / 1000;
    const parts = [line('a', 0, 20), line('b', 20, 40), line('c', 0, 60, 60), stat('d')];
    const answer = (mark: string, ...samples: (readonly [number, string])[]) => ({
      metric: { pod: 'x', __ie__: mark },
      samples: samples.map(([time, value]) => [at + time, value] as const),
    });
    const bodies = partsOf(
      {
        series: [
          answer('0', [0, '1'], [20, '2'], [30, '3']),
          answer('1', [0, '4'], [10, '5']),
          answer('2.0', [0, '6']),
          answer('2.1', [0, '7']),
          answer('3.0', [0, '8']),
        ],
        notices: [],
      },
      parts,
    );
    expect(bodies.map(({ series }) => series.map(({ samples }) => samples))).to.deep.equal([
      [
        [
          [at, '1'],
          [at + 20, '2'],
        ],
      ],
      [],
      [
        [
          [at, '6'],
          [at + 60, '7'],
        ],
      ],
      [[[at, '8']]],
    ]);
    expect(bodies[0]?.series[0]?.metric).to.deep.equal({ pod: 'x' });
  });

  it('are not guessed at where a mark is missing or none of ours', () => {
    for (const mark of ['', '9', '-1', '0x', '__proto__', '0.1.2']) {
      const body = { series: [{ metric: { __ie__: mark }, samples: [] }], notices: [] };
      expect(() => partsOf(body, [line('a', 0, 20)]), mark).to.throw(RangeError);
    }
  });
});
