import { expect } from '@open-wc/testing';
import { rangeText } from '../../src/core/index.js';
import { Configuration } from '../../src/timeframe/configuration.js';
import {
  type Settings,
  readLocale,
  readRange,
  readRefresh,
  readReplicas,
  readZone,
} from '../../src/timeframe/settings.js';

const NOW = Date.UTC(2026, 0, 15, 10);
const HOUR = 3_600_000;

describe('settings', () => {
  it('reads an interval of refresh', () => {
    expect(['30s', 90_000, 'auto', 'live', 'off', '', null, undefined].map(readRefresh)).to.deep.equal([
      '30s',
      '90s',
      'auto',
      'live',
      'off',
      'off',
      'off',
      'off',
    ]);
    for (const bad of ['10ms', 0, NaN, 'often']) expect(() => readRefresh(bad), String(bad)).to.throw(RangeError);
  });

  it('reads names of replicas', () => {
    const names = (replicas: string[] | null) => ({ replicas, except: null });
    expect(readReplicas('a, b  a')).to.deep.equal(names(['a', 'b']));
    expect(readReplicas(['with space', 'all', '!c'])).to.deep.equal(names(['with space', 'all', '!c']));
    expect(readReplicas(['!c'])).to.deep.equal(names(['!c']));
    for (const all of ['all', '', ' , ', null, undefined, [], '!', { except: [] }])
      expect(readReplicas(all)).to.deep.equal(names(null));
  });

  it('reads names of replicas that are left out', () => {
    const but = (...except: string[]) => ({ replicas: null, except });
    for (const text of ['!a, b  a', ' !a !b', '! a,b', '!a,!b'])
      expect(readReplicas(text)).to.deep.equal(but('a', 'b'));
    expect(readReplicas({ except: ['with space', '!c', 'with space'] })).to.deep.equal(but('with space', '!c'));
    for (const bad of [5, {}, { except: 5 }, { except: { length: 1 } }])
      expect(() => readReplicas(bad as never)).to.throw(RangeError, 'no replicas');
  });

  it('reads a zone, the browser’s own where there is none', () => {
    expect(readZone('Asia/Kolkata')).to.equal('Asia/Kolkata');
    expect(readZone(null)).to.be.a('string').and.not.empty;
    expect(() => readZone('Mars/Olympus')).to.throw(RangeError, 'Mars/Olympus');
  });

  it('reads a language, the browser’s own where there is none', () => {
    expect(readLocale('de-CH')).to.equal('de-CH');
    for (const none of [null, undefined, '']) expect(readLocale(none)).to.equal(undefined);
    expect(() => readLocale('xx_bad')).to.throw(RangeError, '"xx_bad" is not a language');
  });

  it('refuses in words what is of another type', () => {
    // What a page sets is not type-checked.
    const set = (name: string, value: unknown) => () => {
      const settings: Partial<Settings> = name === 'from' ? { to: NOW } : {};
      Reflect.set(settings, name, value);
      return [readRange(settings, NOW, 'UTC'), readReplicas(settings.replicas).replicas, readRefresh(settings.refresh)];
    };
    expect(set('from', NaN)).to.throw(RangeError, '"NaN" is not a time');
    expect(set('from', new Date(NaN))).to.throw(RangeError, '"Invalid Date" is not a time');
    expect(set('range', { from: NaN, to: 1 })).to.throw(RangeError, '"NaN" is not a time');
    expect(set('range', { from: 5, to: 1 })).to.throw(RangeError, 'ends before it begins');
    expect(set('range', 7)).to.throw(RangeError, '"7" is not a range');
    expect(set('replicas', 5)).to.throw(RangeError, '"5"');
    expect(set('replicas', {})).to.throw(RangeError, 'replicas');
    expect(set('refresh', {})).to.throw(RangeError, 'object');
  });

  it('refuses one moment alone that is none', () => {
    expect(() => readRange({ from: 'dawn' }, NOW, 'UTC')).to.throw(RangeError, 'dawn');
  });

  it('lets from and to together win over a range', () => {
    const fixed = { kind: 'absolute', from: NOW - HOUR, to: NOW };
    const moments = { from: '2026-01-15T09:00Z', to: NOW };
    expect(readRange({ range: '6h', ...moments }, NOW, 'UTC')).to.deep.equal(fixed);
    expect(readRange({ range: { from: NOW - HOUR, to: NOW } }, NOW, 'UTC')).to.deep.equal(fixed);
    expect(readRange({ from: 0, to: 1000 }, NOW, 'UTC')).to.deep.equal({ kind: 'absolute', from: 0, to: 1000 });
    expect(readRange({}, NOW, 'UTC')).to.deep.equal({ kind: 'relative', duration: HOUR });
    expect(() => readRange({ range: 'soon' }, NOW, 'UTC')).to.throw(RangeError, 'soon');
  });
});

describe('from and to', () => {
  const textOf = (settings: Partial<Settings>): string => rangeText(readRange(settings, NOW, 'UTC'));

  it('go on with the clock where one is so many minutes from now', () => {
    expect(textOf({ from: 'now-15m', to: 'now' })).to.equal('15m');
    expect(textOf({ from: 'now-2h', to: 'now-1h' })).to.equal('now-2h/now-1h');
    expect(textOf({ from: new Date(NOW - HOUR), to: 'now' })).to.equal('2026-01-15T09:00Z/now');
    expect(textOf({ from: NOW - HOUR, to: 'now' })).to.equal('2026-01-15T09:00Z/now');
    expect(textOf({ from: 'now/d', to: 'now' })).to.equal('now/d');
  });

  it('begin a range that goes on until now where there is no end', () => {
    expect(textOf({ range: '6h', from: new Date(NOW - HOUR) })).to.equal('2026-01-15T09:00Z/now');
    expect(textOf({ from: 'now-15m', to: '' })).to.equal('15m');
    expect(textOf({ range: '6h', from: '', to: null })).to.equal('6h');
  });

  it('are refused in words, with the one that is none', () => {
    expect(() => textOf({ range: '6h', to: 'now' })).to.throw(RangeError, '"/now" is not a range');
    expect(() => textOf({ range: '6h', to: NOW })).to.throw(RangeError, '"" is not a time');
    expect(() => textOf({ from: NOW + HOUR })).to.throw(RangeError);
    expect(() => textOf({ from: 9e15 })).to.throw(RangeError, '"9000000000000000" is not a time');
    expect(() => textOf({ from: 'now-1h', to: 'dusk' })).to.throw(RangeError, 'dusk');
    expect(() => textOf({ from: NaN, to: 'now' })).to.throw(RangeError, '"NaN" is not a time');
    expect(() => textOf({ from: 'now', to: 'now-1h' })).to.throw(RangeError);
  });
});

describe('Configuration', () => {
  it('changes nothing when a value is set to what it was last set to', () => {
    const configuration = new Configuration({});
    const range = { from: NOW - HOUR, to: NOW };
    expect(configuration.change({ range, replicas: ['a'] }, NOW).moves).to.equal(true);
    const again = configuration.change({ range: { ...range }, replicas: ['a'] }, NOW);
    expect(again).to.deep.equal({ facts: {}, home: null, moves: false });
  });

  it('tells each part that changed', () => {
    const configuration = new Configuration({ timezone: 'UTC' });
    const { facts } = configuration.change(
      { refresh: '30s', replicas: 'a', timezone: 'Asia/Kolkata', locale: 'de' },
      NOW,
    );
    expect(facts).to.deep.equal({
      refreshText: '30s',
      replicas: ['a'],
      except: null,
      timezone: 'Asia/Kolkata',
      locale: 'de',
    });
  });

  it('reads the text of a range again in another zone', () => {
    const configuration = new Configuration({ range: '2026-01-01T00:00/2026-01-02T00:00', timezone: 'UTC' });
    const { home, moves } = configuration.change({ timezone: 'Asia/Kolkata' }, NOW);
    expect(moves).to.equal(false);
    expect(home).to.deep.include({ from: Date.UTC(2025, 11, 31, 18, 30) });
  });

  it('keeps all that it had where one value is not valid', () => {
    const configuration = new Configuration({ range: '6h', timezone: 'UTC' });
    expect(() => configuration.change({ range: '1d', refresh: 'often' }, NOW)).to.throw(RangeError);
    expect(configuration.read(NOW).home).to.deep.equal({ kind: 'relative', duration: 6 * HOUR });
    expect(configuration.change({ range: '6h' }, NOW).moves).to.equal(false);
  });
});
