import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, type SeriesFrame } from '../../src/core/index.js';
import type { Stat, Timeframe } from '../../src/elements/index.js';
import { readStat, statNeed, statProblem } from '../../src/elements/stat/read-stat.js';
import { statName, statText } from '../../src/elements/stat/stat-text.js';
import { answerTo, FROM, HOUR, inside, nextEvent, nextFrame, part, TestSource, textOf, TO, until } from './support.js';

const q = (metric: string, of = '') => ({ metric, of });

/** An answer of one value a series. */
function frame(unit: string, label: string, values: Readonly<Record<string, number>>): SeriesFrame {
  return {
    kind: 'series',
    range: { from: 0, to: 1000 },
    step: null,
    completeUntil: 1000,
    now: 1000,
    notices: [],
    times: Float64Array.of(0),
    series: Object.entries(values).map(([name, value]) => ({
      name,
      labels: labelSet([[label, name]]),
      unit,
      values: Float64Array.of(value),
    })),
  };
}

describe('one number over the range', () => {
  const counts = frame('requests', 'status', { 200: 900, 204: 50, '3XX': 0, 404: 45, 503: 5, odd: NaN });

  it('is the count of a class and its share of all', () => {
    expect(readStat(counts, q('requests', '2xx'))).to.deep.equal({ value: 950, unit: 'requests', share: 0.95 });
    expect(readStat(counts, q('requests', '5XX'))).to.deep.equal({ value: 5, unit: 'requests', share: 0.005 });
    expect(readStat(counts, q('requests', '404'))).to.deep.equal({ value: 45, unit: 'requests', share: 0.045 });
    expect(readStat(counts, q('requests'))).to.deep.equal({ value: 1000, unit: 'requests', share: null });
  });

  it('is zero for a class that never came, and missing where nothing was counted', () => {
    expect(readStat(counts, q('requests', '1xx')).value).to.equal(0);
    expect(readStat(frame('requests', 'status', {}), q('requests', '2xx')).value).to.be.NaN;
    expect(readStat(frame('requests', 'status', { 200: 0 }), q('requests', '2xx'))).to.include({
      value: 0,
      share: null,
    });
  });

  it('is the percentile that the source gives, however it writes it', () => {
    const latency = frame('seconds', 'quantile', { '0.990': 2, '0.5': 0.1 });
    expect(readStat(latency, q('latency', '0.99')).value).to.equal(2);
    expect(readStat(latency, q('latency', '0.9')).value).to.be.NaN;
    expect(readStat(latency, q('latency', 'x')).value).to.be.NaN;
  });

  it('is none, with a word about it, where there is no such status or quantile', () => {
    for (const of of ['2x', '2xxx', '6xx', '20', 'p99', '0.99']) {
      expect(statProblem(q('requests', of)), of).to.equal(`"${of}" is no status; write 2xx or 404`);
      expect(readStat(counts, q('requests', of)), of).to.deep.equal({ value: NaN, unit: 'requests', share: null });
    }
    for (const of of ['p99', '99', '-1']) {
      expect(statProblem(q('latency', of)), of).to.contain(`"${of}" names no quantiles`);
    }
    for (const of of ['', '1xx', '5XX', '418', '999', '0', 'other', 'cancelled', 'pending']) {
      expect(statProblem(q('requests', of)), of).to.equal('');
    }
    for (const of of ['', '0.99', '0.50', '1', '0']) expect(statProblem(q('latency', of)), of).to.equal('');
    expect(statProblem(q('replicas', '2x'))).to.equal('');
  });

  it('is the mean of any other metric, not its limit or its highest', () => {
    const cpu = frame('ratio', 'series', { limit: 1, max: 0.9, cpu: 0.4 });
    expect(readStat(cpu, q('cpu'))).to.include({ value: 0.4, unit: 'ratio' });
    expect(readStat(frame('ratio', 'series', { threshold: 0.8, cpu: 0.4 }), q('cpu')).value).to.equal(0.4);
    expect(readStat(frame('replicas', 'series', { desired: 4, running: 3 }), q('replicas')).value).to.equal(3);
    expect(readStat(frame('replicas', 'series', { running: 3, maximum: 5 }), q('replicas', 'maximum')).value).to.equal(
      5,
    );
  });

  it('is asked as one value, with all usual percentiles in one request', () => {
    expect(statNeed(q('requests', '2xx'))).to.deep.equal(statNeed(q('requests', '5xx')));
    expect(statNeed(q('latency', '0.99'))).to.deep.equal(statNeed(q('latency', '0.5')));
    expect(statNeed(q('latency', '0.999'))).to.deep.include({ quantiles: [0.999], step: 'range' });
    expect(statNeed(q('gpu'))).to.deep.include({ by: [], step: 'range' });
    expect(statNeed(q('gpu', 'replica-a')).by).to.deep.equal(['replica']);
  });

  it('is tokens a second, over what has passed of the range', () => {
    const answer = (patch: Partial<SeriesFrame>): SeriesFrame => ({
      ...frame('tokens', 'direction', { input: 7200, output: 1800 }),
      range: { from: 0, to: 3_600_000 },
      completeUntil: 3_600_000,
      now: 3_600_000,
      ...patch,
    });
    expect(readStat(answer({}), q('tokens', 'input'))).to.deep.equal({ value: 2, unit: 'tokens/s', share: 0.8 });
    const half = answer({ completeUntil: 0, now: 1_800_000 });
    expect(readStat(half, q('tokens', 'output'))).to.deep.include({ value: 1 });
    expect(readStat(half, q('tokens')).value).to.equal(5);
  });

  it('is named and written for readers', () => {
    const names = [
      q('requests', '2xx'),
      q('latency', '0.99'),
      q('latency', '0.5'),
      q('gpu-memory'),
      q('tokens', 'input'),
    ];
    expect(names.map(statName)).to.deep.equal(['2XX', 'P99', 'Median', 'GPU Memory', 'Input Tokens']);
    expect(statName(q('time-to-first-token', '0.99'))).to.equal('TTFT P99');
    expect(statText({ value: 9593, unit: 'requests', share: 0.984 }, 'en')).to.deep.equal({
      value: '9,593',
      share: '98.4 %',
    });
    expect(statText({ value: 0.062, unit: 'seconds', share: null }, 'en')).to.deep.equal({ value: '62 ms', share: '' });
    expect(statText({ value: 23_400_000, unit: 'requests', share: null }, 'en').value).to.equal('23.4 M');
    expect(statText({ value: 1234.5, unit: 'tokens/s', share: null }, 'en').value).to.equal('1.23 k/s');
    expect(statText({ value: NaN, unit: 'tokens/s', share: null }, 'en').value).to.equal('–');
    expect(statText({ value: NaN, unit: 'requests', share: null }, 'en').value).to.equal('–');
  });
});

async function setUp(source = new TestSource()) {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${source}>
      ${['2xx', '3xx', '5xx'].map((name) => html`<ie-stat of=${name}></ie-stat>`)}
      ${[0.99, 0.5].map((quantile) => html`<ie-stat metric="latency" .of=${quantile}></ie-stat>`)}
    </ie-timeframe>
  `);
  const stats = [...timeframe.querySelectorAll<Stat>('ie-stat')];
  const [first] = stats;
  if (!first) throw new Error('There is no box');
  return { timeframe, source, stats, first };
}

const values = (stats: readonly Element[]): string[] => stats.map((stat) => part(stat, 'dd').textContent.trim());

describe('<ie-stat>', () => {
  it('says what to write where it is of no status, once, and goes on when that is mended', async () => {
    const { stats, first } = await setUp();
    const errors: string[] = [];
    first.addEventListener('ie-error', ({ detail }) => errors.push(detail.error.message));
    await until(() => values(stats)[0] !== '–');
    const [good] = values(stats);
    first.of = '2x';
    await first.updateComplete;
    const wrong = '"2x" is no status; write 2xx or 404';
    expect(part(first, 'dl').title).to.equal(wrong);
    expect(part(first, 'dd').textContent).to.contain('–').and.to.contain(wrong);
    first.label = 'Good';
    await first.updateComplete;
    expect(errors).to.deep.equal([wrong]);
    first.of = '2xx';
    await first.updateComplete;
    expect(part(first, 'dl').title).to.equal('');
    expect(values(stats)[0]).to.equal(good);
  });

  it('shows what the source counted over the whole range, in two requests for five boxes', async () => {
    const answers: Record<string, SeriesFrame> = {
      requests: frame('requests', 'status', { 200: 9593, 302: 0, 500: 7 }),
      latency: frame('seconds', 'quantile', { 0.99: 0.062, 0.5: 0.004 }),
    };
    const { stats, source } = await setUp(
      new TestSource(({ metric, range }) => ({
        ...answers[metric],
        range,
        times: Float64Array.of(range.from),
        completeUntil: range.to,
        now: range.to,
      })),
    );
    await until(() => values(stats).every((value) => value !== '–'));
    expect(values(stats)).to.deep.equal(['9,593', '0', '7', '62 ms', '4 ms']);
    expect(source.requests.map(({ metric, step }) => [metric, step])).to.deep.equal([
      ['requests', null],
      ['latency', null],
    ]);
    expect(stats.map((stat) => inside(stat, '.dot')?.className ?? '')).to.deep.equal([
      'dot class-2xx',
      'dot class-3xx',
      'dot class-5xx',
      '',
      '',
    ]);
  });

  it('says what is wrong, keeps the last good number, and tells the page', async () => {
    const { first, source, timeframe } = await setUp();
    await until(() => values([first])[0] !== '–');
    const [good] = values([first]);
    const told = nextEvent<{ error: Error }>(first, 'ie-error');
    source.answer = () => {
      throw new Error('The endpoint sleeps');
    };
    timeframe.store.request({ type: 'refresh' });
    expect((await told).detail.error.message).to.equal('The endpoint sleeps');
    await first.updateComplete;
    expect(values([first])[0]).to.include(good);
    expect(textOf(first)).to.include('The endpoint sleeps');
  });

  it('shows another number when it is of another class, and a label of the page’s own', async () => {
    const { first } = await setUp();
    await until(() => values([first])[0] !== '–');
    first.of = '5xx';
    first.label = 'Errors';
    await first.updateComplete;
    expect(textOf(first)).to.include('Errors');
    expect(inside(first, '.class-5xx')).not.to.equal(null);
  });

  it('is no number of another range or of other replicas: a dash, busy, until the new one is there', async () => {
    const { stats, first, source, timeframe } = await setUp();
    await until(() => values(stats).every((value) => value !== '–'));
    const good = values(stats);
    for (const request of [
      { type: 'range', text: '24h' },
      { type: 'replicas', replicas: ['b'] },
      { type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 600_000 } },
    ] as const) {
      let open = (): void => {};
      const gate = new Promise<void>((resolve) => (open = resolve));
      source.answer = async (asked) => {
        await gate;
        return answerTo(asked);
      };
      timeframe.store.request(request);
      await until(() => values(stats).every((value) => value === '–'));
      expect(stats.map((stat) => part(stat, 'dl').getAttribute('aria-busy'))).to.deep.equal(good.map(() => 'true'));
      expect([inside(first, '.share') === null, first.frames.length]).to.deep.equal([true, 0]);
      open();
      await until(() => values(stats).every((value) => value !== '–'));
      expect(part(first, 'dl').getAttribute('aria-busy')).to.equal('false');
    }
  });

  it('keeps its number while a refresh asks for a newer one of a range that goes on', async () => {
    const { stats, source, timeframe } = await setUp();
    timeframe.store.request({ type: 'range', text: '1h' });
    await until(() => source.requests.length === 4 && values(stats).every((value) => value !== '–'));
    source.answer = () => new Promise(() => {});
    const seen = new Set<string>();
    timeframe.store.request({ type: 'refresh' });
    await until(() => source.requests.length === 6);
    for (let frames = 0; frames < 5; frames++) {
      await nextFrame();
      for (const value of values(stats)) seen.add(value);
    }
    expect([...seen]).not.to.include('–');
  });

  it('says in words how old a number is that could not be had anew, in a box of the same size', async () => {
    const { first, source, timeframe } = await setUp();
    await until(() => values([first])[0] !== '–');
    const { width, height } = first.getBoundingClientRect();
    source.answer = () => {
      throw new Error('The endpoint sleeps');
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => inside(first, '.age'));
    expect(part(first, '.age').textContent).to.match(/^stale · \d+ s$/);
    expect(part(first, '.age').checkVisibility()).to.equal(true);
    expect(first.getBoundingClientRect()).to.include({ width, height });
    const [age, box] = [part(first, '.age'), first].map((element) => element.getBoundingClientRect());
    expect(age?.bottom).to.be.at.most(box?.bottom ?? 0);
  });

  it('shows no number where another range fails, however good the one before was', async () => {
    const { first, source, timeframe } = await setUp();
    await until(() => values([first])[0] !== '–');
    source.answer = () => {
      throw new Error('The endpoint sleeps');
    };
    timeframe.store.request({ type: 'range', text: '6h' });
    await until(() => textOf(first).includes('The endpoint sleeps'));
    expect(values([first])[0]).to.match(/^–/);
    expect(part(first, 'dd').className).to.equal('failed');
    expect(inside(first, '.age') === null).to.equal(true);
  });

  it('grows with the text of the page: no word is broken, the share goes to its own line where there is no room', async () => {
    const { first } = await setUp();
    await until(() => inside(first, '.share'));
    const boxAt = (size: number, width: number) => {
      first.style.width = `${width}px`;
      first.style.setProperty('--ie-font-size', `${size}px`);
      const [card, label, share, value] = ['dl', '.label', '.share', 'dd'].map((selector) => part(first, selector));
      if (!card || !label || !share || !value) throw new Error('A part is missing');
      const [inner, name, other] = [card, label, share].map((one) => one.getBoundingClientRect());
      const { fontSize, lineHeight } = getComputedStyle(value);
      expect(value.scrollWidth).to.be.at.most(value.clientWidth);
      expect(share.getBoundingClientRect().right).to.be.at.most(card.getBoundingClientRect().right - 12);
      return {
        size: Number.parseFloat(fontSize),
        line: Number.parseFloat(lineHeight),
        names: Math.round((name?.height ?? 0) / (size * 1.4)),
        beside: (other?.top ?? 0) < (name?.bottom ?? 0),
        height: Math.round(inner?.height ?? 0),
      };
    };
    expect(boxAt(13, 154)).to.deep.equal({ size: 20, line: 28, names: 1, beside: true, height: 70 });
    expect(boxAt(26, 154)).to.deep.include({ size: 40, line: 56, names: 1, beside: false });
    expect(boxAt(26, 300)).to.deep.include({ names: 1, beside: true });
  });

  it('shows names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { first } = await setUp(new TestSource((request) => answerTo(request, { names: [hostile] })));
    first.metric = first.of = first.label = hostile;
    await first.updateComplete;
    expect(textOf(first)).to.include(hostile);
    expect(inside(first, 'img')).to.equal(null);
  });
});
