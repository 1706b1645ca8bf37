import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { drawnPage, nextEvent, nextFrame, page, textOf, until } from './support.js';

const day = (month: number, date: number): number => Date.UTC(2026, month - 1, date);

/** A time frame and the words of all its errors. */
async function watched(): Promise<{ timeframe: Timeframe; errors: string[] }> {
  const errors: string[] = [];
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe
      timezone="UTC"
      @ie-error=${({ detail }: { detail: { error: Error } }) => errors.push(detail.error.message)}
    ></ie-timeframe>
  `);
  return { timeframe, errors };
}

describe('from and to', () => {
  for (const way of ['attributes', 'properties']) {
    const set = (timeframe: Timeframe, name: string, value: string): void => {
      if (way === 'attributes') timeframe.setAttribute(name, value);
      else Reflect.set(timeframe, name, value);
    };

    it(`are set one after the other, as ${way}`, async () => {
      const { timeframe, errors } = await watched();
      set(timeframe, 'from', '2026-01-01');
      set(timeframe, 'to', '2026-01-02');
      expect(timeframe.state.range).to.deep.equal({ from: day(1, 1), to: day(1, 2) });
      await nextFrame();
      set(timeframe, 'from', '2026-02-01');
      set(timeframe, 'to', '2026-02-02');
      await nextFrame();
      expect(timeframe.state.range).to.deep.equal({ from: day(2, 1), to: day(2, 2) });
      expect(timeframe.state.problem).to.equal(null);
      expect(errors).to.deep.equal([]);
    });

    it(`are mended in any order and at any time, as ${way}`, async () => {
      const { timeframe, errors } = await watched();
      set(timeframe, 'from', 'bad');
      await nextFrame();
      set(timeframe, 'to', '2026-01-02');
      await nextFrame();
      expect(timeframe.state.problem?.message).to.contain('"bad"');
      set(timeframe, 'from', '2026-01-01');
      await nextFrame();
      expect(timeframe.state.range).to.deep.equal({ from: day(1, 1), to: day(1, 2) });
      expect(timeframe.state.problem).to.equal(null);
      expect(errors).to.have.length(1);
    });
  }

  it('may be read in between, which is no error either', async () => {
    const { timeframe, errors } = await watched();
    timeframe.from = '2026-01-01';
    timeframe.to = '2026-01-02';
    await nextFrame();
    timeframe.from = '2026-02-01';
    expect(timeframe.state.range).to.deep.equal({ from: day(1, 1), to: day(1, 2) });
    timeframe.to = '2026-02-02';
    expect(timeframe.state.range).to.deep.equal({ from: day(2, 1), to: day(2, 2) });
    await nextFrame();
    expect(errors).to.deep.equal([]);
  });
});

describe('a page that feeds the range back', () => {
  it('keeps back and home', async () => {
    const { timeframe } = await drawnPage();
    const first = timeframe.state.range;
    timeframe.addEventListener('ie-range-change', ({ detail }) => {
      timeframe.range = detail.text;
      timeframe.from = timeframe.to = null;
    });
    timeframe.store.request({ type: 'zoom', range: { from: first.from, to: first.from + 600_000 } });
    await nextFrame();
    expect(timeframe.state.canGoBack).to.equal(true);
    timeframe.home();
    await nextFrame();
    expect(timeframe.state.range).to.deep.equal(first);
  });
});

describe('a property of a time frame', () => {
  const BAD: readonly (readonly [name: string, value: unknown, mended: unknown])[] = [
    ['from', NaN, '2026-01-01'],
    ['to', new Date(NaN), '2027-01-02'],
    ['range', { from: 5, to: 1 }, '2h'],
    ['range', { from: NaN, to: 1 }, '2h'],
    ['range', 7, '2h'],
    ['replicas', 5, 'a'],
    ['replicas', {}, ['a']],
    ['refresh', {}, '10s'],
    ['locale', 'xx_bad', 'de'],
  ];
  for (const [name, value, mended] of BAD) {
    it(`is told to be bad, reads back, and can be mended: ${name} ${String(value)}`, async () => {
      const { timeframe, requests } = await page();
      if (name === 'range') timeframe.from = timeframe.to = null;
      await nextFrame();
      const told = nextEvent<{ error: Error }>(timeframe, 'ie-error');
      Reflect.set(timeframe, name, value);
      expect(Reflect.get(timeframe, name)).to.be.a('string');
      const { message } = (await told).detail.error;
      await until(() => textOf(requests).includes(message));
      Reflect.set(timeframe, name, mended);
      await until(() => !textOf(requests).includes(message));
      expect(timeframe.state.problem).to.equal(null);
    });
  }

  it('is told again when it comes into the document', async () => {
    const timeframe = document.createElement('ie-timeframe');
    timeframe.setAttribute('range', 'soon');
    await nextFrame();
    const told = nextEvent<{ error: Error }>(document, 'ie-error');
    document.body.append(timeframe);
    expect((await told).detail.error.message).to.contain('"soon"');
    timeframe.remove();
  });

  it('is in force before the first chart asks', async () => {
    const timeframe = document.createElement('ie-timeframe');
    timeframe.setAttribute('from', '2026-01-01');
    timeframe.setAttribute('to', '2026-01-02');
    let changes = 0;
    timeframe.addEventListener('ie-range-change', () => changes++);
    document.body.append(timeframe);
    const chart = document.createElement('ie-requests-chart');
    timeframe.append(chart);
    expect(chart.visibleRange).to.deep.equal({ from: day(1, 1), to: day(1, 2) });
    await nextFrame();
    expect(changes).to.equal(0);
    timeframe.remove();
  });
});

describe('what a listener of a change changes', () => {
  it('is told once, and not again with the next change', async () => {
    const timeframe = document.createElement('ie-timeframe');
    timeframe.replicas = 'a b';
    document.body.append(timeframe);
    const told: string[] = [];
    timeframe.addEventListener('ie-range-change', ({ detail }) => told.push(detail.text));
    timeframe.addEventListener('ie-replicas-change', () => timeframe.setState({ range: '6h' }), { once: true });
    timeframe.setState({ replicas: ['a'] });
    timeframe.setState({ replicas: ['b'] });
    expect(told).to.deep.equal(['6h']);
    timeframe.remove();
  });
});

describe('a setting that is no text at all', () => {
  it('is refused in words, and mended by the next one', async () => {
    const { timeframe, errors } = await watched();
    for (const [name, bad, good] of [
      ['replicas', [Symbol('a')], 'a b'],
      ['replicas', Object.create(null), 'a'],
      ['refresh', Infinity, '30s'],
      ['refresh', 1e300, '10s'],
      ['refresh', Symbol('soon'), '1m'],
      ['view', 7, 'compute'],
    ] as const) {
      Reflect.set(timeframe, name, bad);
      await nextFrame();
      timeframe.setState(structuredClone(timeframe.getState()));
      Reflect.set(timeframe, name, good);
      await nextFrame();
      expect(timeframe.state.problem, `${name} after ${good}`).to.equal(null);
    }
    expect(errors.some((words) => words.includes('Infinity'))).to.equal(true);
    expect(timeframe.state).to.include({ refreshText: '1m', refresh: 60_000 });
    expect(timeframe.getState().view).to.equal('compute');
    expect(timeframe.state.replicas).to.deep.equal(['a']);
  });

  it('is nothing to show where nothing was kept', async () => {
    const { timeframe } = await watched();
    const before = timeframe.state;
    timeframe.setState(null);
    expect(timeframe.state).to.equal(before);
  });
});
