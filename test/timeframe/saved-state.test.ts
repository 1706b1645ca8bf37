import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readAddress, readSavedState, replicasText, writeAddress } from '../../src/timeframe/index.js';

const NOW = Date.UTC(2026, 5, 1, 12);

function read(saved: Readonly<Record<string, unknown>>): { state: object; problems: string[] } {
  const problems: string[] = [];
  const state = readSavedState(saved, NOW, 'UTC', (part, why) => problems.push(`${part}: ${why}`));
  return { state, problems };
}

describe('A saved state', () => {
  it('is read part by part, as getState() would give it', () => {
    const { state, problems } = read({ range: '60m', replicas: ['b', 'a', 'b'], view: 'x', refresh: '60s', more: 1 });
    expect(state).to.deep.equal({ range: '1h', replicas: ['b', 'a'], view: 'x', refresh: '1m' });
    expect(problems).to.deep.equal([]);
  });

  it('keeps which replicas are left out', () => {
    const { state, problems } = read({ replicas: { except: ['b', 'a', 'b'] } });
    expect([state, problems]).to.deep.equal([{ replicas: { except: ['b', 'a'] } }, []]);
    for (const except of ['a', null, [7], [['a']], Array.from({ length: 10_001 }, String)])
      expect(read({ replicas: { except } }).problems).to.have.length(1);
  });

  it('is left out where it is bad, and the rest counts', () => {
    const { state, problems } = read({ range: 7, replicas: 'a', view: {}, refresh: 'live' });
    expect(state).to.deep.equal({ refresh: 'live' });
    expect(problems).to.have.length(3);
  });

  it('may be anything, and is never an exception', () => {
    const part = fc.oneof(fc.anything(), fc.string(), fc.constant('1h'));
    const saved = fc.record({ range: part, replicas: part, view: part, refresh: part }, { requiredKeys: [] });
    fc.assert(
      fc.property(saved, (anything) => {
        const { state } = read(anything);
        expect(read({ ...state }).problems).to.deep.equal([]);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('An address', () => {
  const state = {
    range: '2026-06-01T10:00Z/2026-06-01T11:00Z',
    replicas: ['a', 'b,c d'],
    view: 'x&y',
    refresh: 'live',
  };

  it('is readable', () => {
    expect(writeAddress('', '', state)).to.equal(
      '?range=2026-06-01T10:00Z/2026-06-01T11:00Z&replicas=a,b%2Cc%20d&view=x%26y&refresh=live',
    );
    expect(writeAddress('', 'a', { range: 'now/d' })).to.equal('?a.range=now/d');
  });

  it('has a mark before replicas that are left out, which a name of its own has as a code', () => {
    const but = (...except: string[]) => ({ replicas: { except } });
    for (const [one, text] of [
      [but('a', 'b,c'), '!a,b%2Cc'],
      [but('!a', 'b'), '!%21a,b'],
      [{ replicas: ['!a', '!b'] }, '%21a,%21b'],
      [but('all'), '!all'],
    ] as const) {
      expect(writeAddress('', '', one)).to.equal(`?replicas=${text}`);
      expect(readAddress(`?replicas=${text}`, '')).to.deep.equal(one);
    }
    // What it is without names, the check of the state says.
    expect(read(readAddress('?replicas=!', '')).state).to.deep.equal({ replicas: null });
  });

  it('keeps what is not ours to the letter, and the place of what is', () => {
    const search = '?q=%7e&range=1h&&x&range=2h&b.range=3h&y=a=b';
    expect(writeAddress(search, '', { range: '4h' })).to.equal('?q=%7e&range=4h&x&b.range=3h&y=a=b');
    expect(writeAddress(search, 'b', {})).to.equal('?q=%7e&range=1h&x&range=2h&y=a=b');
    expect(writeAddress('?range=1h', '', {})).to.equal('');
  });

  it('has the first of a name, and all replicas as nothing', () => {
    expect(readAddress('?range=1h&range=2h&replicas=all', '')).to.deep.equal({ range: '1h', replicas: null });
    expect(readAddress('?replicas=', '')).to.deep.equal({ replicas: null });
    expect(readAddress('?r%61nge=1+h&view', '')).to.deep.equal({ range: '1 h', view: '' });
  });

  it('leaves more replicas out than a server takes in an address', () => {
    const replicas = Array.from({ length: 500 }, (_, i) => `replica-${i}`);
    expect(replicasText(replicas)).to.equal(null);
    expect(writeAddress('?replicas=a&x', '', { ...state, replicas })).not.to.contain('replica');
  });

  it('reads back what was written, whatever the names are and whatever stands beside it', () => {
    const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
    const saved = fc.record({ range: text, view: text, refresh: text, replicas: fc.array(text, { minLength: 1 }) });
    fc.assert(
      fc.property(saved, fc.webQueryParameters(), text, (one, beside, prefix) => {
        const single = one.replicas.length === 1 && one.replicas[0] === 'all';
        fc.pre(!single && replicasText(one.replicas) !== null);
        const search = writeAddress(`?${beside}`, prefix, one);
        expect(readAddress(search, prefix)).to.deep.equal(one);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
