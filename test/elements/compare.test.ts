import { expect, fixture, html } from '@open-wc/testing';
import type { FrameRequest } from '../../src/core/index.js';
import type { Analytics, Stat, Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import { recordCanvasTexts, textsOn } from './canvas-text.js';
import {
  answerTo,
  drawn,
  drawnPage,
  FROM,
  HOUR,
  inside,
  nextFrame,
  part,
  placeIn,
  TestSource,
  TO,
  until,
} from './support.js';
import { overlaps } from './text-box.js';

const DAY = 86_400_000;
const move = ({ x, y }: { x: number; y: number }): Promise<void> => sendMouse({ type: 'move', position: [x, y] });
const press = (key: string): Promise<void> => sendKeys({ press: key });

const isEarlier = ({ range }: FrameRequest): boolean => range.from < HOUR.from - 3_600_000;

/** Today 120 of the first series and 30 of the second, earlier 100 and 50. */
const valueOf = (time: number, nth: number): number => (time >= HOUR.from - 60_000 ? [120, 30] : [100, 50])[nth] ?? 0;

const answer = (request: FrameRequest) => answerTo(request, { value: valueOf });

/** A page that compares with a day earlier, drawn, with the answers to that. */
async function compared(source = new TestSource(answer), compare = '1d') {
  const page = await drawnPage(source);
  page.timeframe.compare = compare;
  await until(() => page.requests.isConnected && source.requests.some(isEarlier));
  return { ...page, source };
}

const rowsOf = (chart: Element): string[][] =>
  [...part(chart, '.tooltip-rows').querySelectorAll('.tooltip-row:not([hidden])')].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? '').filter(Boolean),
  );

/** Moves the mouse over a chart until its tooltip says what was before. */
async function hoverBefore(chart: Element): Promise<void> {
  await until(() => inside(chart, '.tooltip') !== null);
  await hoverUntil(chart, () => inside(chart, '.tooltip-rows.compared'));
}

/** Moves the mouse to and fro over a chart until a check holds. */
async function hoverUntil(chart: Element, holds: () => unknown): Promise<void> {
  for (let nth = 0; !holds(); nth++) {
    await move(placeIn(chart, nth % 2 ? 0.4 : 0.45));
    await nextFrame();
  }
}

describe('a comparison with a day earlier', () => {
  afterEach(() => resetMouse());

  it('asks for the same with the range shifted, and names the shift', async () => {
    const { source } = await compared();
    await until(() => source.requests.filter(isEarlier).length >= 2);
    for (const request of source.requests.filter(isEarlier)) {
      const today = source.requests.find(
        (one) => !isEarlier(one) && one.metric === request.metric && one.step === request.step,
      );
      expect(request.shift).to.equal('1d');
      expect(request.range).to.deep.equal({
        from: (today?.range.from ?? 0) - DAY,
        to: (today?.range.to ?? 0) - DAY,
      });
    }
    expect(source.requests.filter((one) => !isEarlier(one)).every(({ shift }) => shift === undefined)).to.equal(true);
  });

  it('says under the mouse what was before, and the difference', async () => {
    const { requests } = await compared();
    await hoverBefore(requests);
    const [first, against] = [...part(requests, '.tooltip').querySelectorAll('.tooltip-head')];
    expect(first?.textContent).to.match(/^1 Jun, 10:\d\d/);
    expect(against?.textContent).to.match(/^against 31 May, 10:\d\d, a day earlier$/);
    // Each apart from a date that may run from right to left.
    expect([...(against?.children ?? [])].map((part) => getComputedStyle(part).unicodeBidi)).to.deep.equal([
      'isolate',
      'isolate',
    ]);
    const rows = rowsOf(requests);
    expect(rows[0]?.slice(0, 2)).to.deep.equal(['2XX', '120']);
    expect(rows[0]?.slice(-2)).to.deep.equal(['100', '+20 %']);
    expect(rows[1]?.slice(-2)).to.deep.equal(['50', '-40 %']);
    expect(rows.at(-1)).to.deep.equal(['Total', '150', '150', '0 %']);
  });

  it('says nothing of the difference of a step that still fills', async () => {
    const { requests } = await compared();
    await hoverBefore(requests);
    await move(placeIn(requests, 0.995));
    await until(() => part(requests, '.tooltip-head').textContent?.includes('unfinished'));
    expect(rowsOf(requests)[0]?.slice(-1)).to.deep.equal(['100']);
  });

  it('says in the header how far each value is from what it was, and no more when it ends', async () => {
    const { latency, timeframe } = await compared();
    const changes = (): string[] =>
      [...part(latency, '[part=values]').querySelectorAll('.change')].map(
        (change) => change.querySelector('[aria-hidden]')?.textContent ?? '',
      );
    const height = part(latency, 'header').offsetHeight;
    await until(() => changes().length >= 2);
    expect(changes().slice(0, 2)).to.deep.equal(['+20 %', '-40 %']);
    const [first] = part(latency, '[part=values]').querySelectorAll<HTMLElement>('.change');
    expect(first?.title).to.match(/^20 % more than a day earlier, which was /);
    expect(first?.querySelector('.visually-hidden')?.textContent).to.equal(first?.title);
    expect(part(latency, 'header').offsetHeight).to.equal(height);
    // Another range is another number, of then as of now.
    timeframe.store.request({ type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 600_000 } });
    await until(() => latency.visibleRange?.to === HOUR.from + 600_000);
    await until(() => changes()[0] === '+20 %');
    timeframe.compare = null;
    await until(() => changes().length === 0 && !part(latency, '[part=values]').querySelector('.changed'));
  });

  it('keeps the header as high as those beside it, where two charts stand in a row', async () => {
    const { requests, latency } = await compared();
    latency.style.width = '604px';
    await until(() => part(latency, '[part=values]').querySelectorAll('.change').length >= 4);
    expect(part(latency, 'header').offsetHeight).to.equal(part(requests, 'header').offsetHeight);
  });

  it('lays the percentiles of then over a heatmap, whose rows stay', async () => {
    const source = new TestSource((request) => {
      const series = answerTo(request, { value: valueOf });
      if (request.shape !== 'histogram') return series;
      const { range, step, completeUntil, now, notices, times } = series;
      // Earlier all stood in the second bucket, now all stand in the first.
      const row = isEarlier(request) ? [0, 9, 0] : [9, 0, 0];
      const counts = Float64Array.from({ length: times.length * row.length }, (_, i) => row[i % row.length] ?? 0);
      const bounds = Float64Array.of(1, 2, Infinity);
      return { kind: 'histogram', range, step, completeUntil, now, notices, times, bounds, counts, unit: 'seconds' };
    });
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" compare="1d" .source=${source}>
        <ie-latency-chart view="heatmap"></ie-latency-chart>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector('ie-latency-chart');
    if (!chart) throw new Error('No chart');
    await until(() => source.requests.some((request) => isEarlier(request) && request.shape === 'histogram'));
    await until(() => inside(chart, '.swatch.heat'));
    await hoverBefore(chart);
    const median = rowsOf(chart).find(([label]) => label === 'Median');
    expect(median).to.deep.equal(['Median', '500 ms', '1.5 s', '-67 %']);
  });

  it('says the same to those who step with keys', async () => {
    const { latency } = await compared();
    await hoverBefore(latency);
    await resetMouse();
    part(latency, '.plot').focus();
    // The last step still fills.
    for (let i = 0; i < 4; i++) await press('ArrowLeft');
    const said = (): string => inside(latency, '[aria-live]')?.textContent ?? '';
    await until(() => said() !== '');
    expect(said()).to.match(/P99 2 min \(before 1.67 min, \+20 %\)|P99 120 s \(before 100 s, \+20 %\)/);
  });

  it('leaves what a press on the legend hides out of the total of then', async () => {
    const { requests } = await compared();
    await hoverBefore(requests);
    const key = part(requests, '.key[value="3xx"]').getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(key.left + key.width / 2), Math.round(key.top + key.height / 2)],
    });
    await until(() => part(requests, '.key[value="3xx"]').getAttribute('aria-pressed') === 'false');
    await hoverUntil(requests, () => rowsOf(requests).at(-1)?.includes('100'));
    expect(rowsOf(requests).at(-1)).to.deep.equal(['Total shown', '120', '80 %', '100', '+20 %']);
  });

  it('ends with the attribute, and nothing more is said or asked', async () => {
    const { requests, timeframe, source } = await compared();
    await hoverBefore(requests);
    timeframe.compare = null;
    const asked = source.requests.length;
    await until(() => timeframe.state.compare === '');
    await hoverUntil(requests, () => !inside(requests, '.tooltip-rows.compared'));
    timeframe.store.request({ type: 'refresh' });
    await until(() => source.requests.length > asked);
    expect(source.requests.slice(asked).filter(isEarlier)).to.deep.equal([]);
  });

  it('leaves the chart whole where the past cannot be had, and tells it once', async () => {
    const errors: string[] = [];
    const source = new TestSource((request) => {
      if (isEarlier(request)) throw new Error('The past is gone.');
      return answer(request);
    });
    const { requests, timeframe } = await drawnPage(source);
    requests.addEventListener('ie-error', (event) =>
      errors.push((event as CustomEvent<{ error: Error }>).detail.error.message),
    );
    timeframe.compare = '1d';
    await until(() => errors.length > 0);
    expect(errors).to.deep.equal([
      'The data for the comparison with a day earlier could not be had. The past is gone.',
    ]);
    await move(placeIn(requests, 0.4));
    await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
    expect(rowsOf(requests)[0]).to.deep.equal(['2XX', '120', '80 %']);
    expect(inside(requests, '.message, .strip')).to.be.null;
  });

  it('does not take a late answer of the comparison before', async () => {
    const late: (() => void)[] = [];
    const source = new TestSource((request) => {
      if (request.shift !== '1d') return answer(request);
      return new Promise((resolve) => late.push(() => resolve(answerTo(request, { value: () => 7 }))));
    });
    const { requests, timeframe } = await drawnPage(source);
    timeframe.compare = '1d';
    await until(() => late.length > 0);
    timeframe.compare = '2d';
    await until(() => source.requests.some(({ shift }) => shift === '2d'));
    for (const come of late) come();
    await hoverBefore(requests);
    expect(rowsOf(requests)[0]?.slice(-2)).to.deep.equal(['100', '+20 %']);
    expect(part(requests, '.tooltip').textContent).to.contain('2 days earlier');
  });

  it('is not of the next time frame, nor of a chart that has left', async () => {
    const source = new TestSource(answer);
    const { timeframe, requests, latency } = await compared(source);
    await hoverBefore(requests);
    const other = await fixture<Timeframe>(html`
      <ie-timeframe
        from=${FROM}
        to=${TO}
        timezone="UTC"
        locale="en-GB"
        .source=${new TestSource(answer)}
      ></ie-timeframe>
    `);
    latency.remove();
    other.append(requests);
    await until(() => inside(requests, '.tooltip') !== null && inside(requests, '.u-over') !== null);
    await move(placeIn(requests, 0.3));
    await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
    expect(inside(requests, '.tooltip-rows.compared')).to.be.null;
    const asked = source.requests.length;
    timeframe.store.request({ type: 'refresh' });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(source.requests.slice(asked)).to.deep.equal([]);
  });
});

describe('a comparison of two needs', () => {
  /** Of these metrics the past is gone. */
  async function pendingChart(lost: readonly string[], pending: (request: FrameRequest) => unknown) {
    const errors: string[] = [];
    const source = new TestSource((request) => {
      if (!request.shift) return answer(request);
      if (lost.includes(request.metric)) throw new Error(`There are no ${request.metric} of then.`);
      return pending(request);
    });
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
        <ie-pending-chart></ie-pending-chart>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector('ie-pending-chart');
    if (!chart) throw new Error('There is no chart');
    await drawn(chart);
    chart.addEventListener('ie-error', ({ detail }) => errors.push(detail.error.message));
    timeframe.compare = '1d';
    return { source, timeframe, chart, errors };
  }
  const told = (metric: string): string =>
    `The data for the comparison with a day earlier could not be had. There are no ${metric} of then.`;

  it('tells what is wrong with one of them once, not at each refresh', async () => {
    const { source, timeframe, errors } = await pendingChart(['replicas'], (request) => {
      const { from } = request.range;
      return { ...answer(request), completeUntil: from };
    });
    await until(() => errors.length > 0);
    for (let nth = 0; nth < 3; nth++) {
      const asked = source.requests.length;
      timeframe.store.request({ type: 'refresh' });
      await until(() => source.requests.slice(asked).filter(({ shift }) => shift).length >= 2);
      for (let i = 0; i < 5; i++) await nextFrame();
    }
    expect(errors).to.deep.equal([told('replicas')]);
  });

  it('does not say that there is no data while what is drawn is still asked for', async () => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    const texts: string[] = [];
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      texts.push(text);
      fillText.call(this, text, ...rest);
    };
    try {
      let come = (): void => undefined;
      const lost: string[] = ['replicas'];
      const { chart, errors } = await pendingChart(
        lost,
        () => new Promise((_, fail) => (come = () => fail(new Error('Gone.')))),
      );
      await until(() => errors.length > 0);
      for (let i = 0; i < 5; i++) await nextFrame();
      expect(texts.filter((text) => text.includes('no data'))).to.deep.equal([]);
      come();
      await until(() => texts.includes('a day earlier: no data'));
      expect(chart.isConnected).to.equal(true);
    } finally {
      CanvasRenderingContext2D.prototype.fillText = fillText;
    }
  });
});

describe('the name of a comparison over a narrow chart', () => {
  it('has its place before that of a limit at the upper edge', async () => {
    const stop = recordCanvasTexts();
    // The limit is the highest value.
    const names = ['running', 'desired', 'maximum'];
    const source = new TestSource((request) => answerTo(request, { names, value: () => 6 }));
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
        <ie-replica-status></ie-replica-status>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector('ie-replica-status');
    if (!chart) throw new Error('There is no chart');
    const texts = () => textsOn(part<HTMLCanvasElement>(chart, '.canvas canvas')).texts;
    const shown = (name: string): boolean => texts().some(({ text }) => text === name);
    chart.style.width = '280px';
    await drawn(chart);
    timeframe.compare = '1d';
    await until(() => shown('a day earlier'));
    await nextFrame();
    expect(overlaps(texts())).to.deep.equal([]);
    expect(shown('Current max replicas'), 'the legend has it').to.equal(false);
    chart.style.width = '760px';
    await until(() => shown('Current max replicas'));
    expect(shown('a day earlier')).to.equal(true);
    expect(overlaps(texts())).to.deep.equal([]);
    stop();
  });
});

describe('the text of a comparison', () => {
  it('that is none is told as an error, and nothing is compared', async () => {
    const errors: string[] = [];
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe
        compare="yesterday"
        @ie-error=${({ detail }: CustomEvent<{ error: Error }>) => errors.push(detail.error.message)}
      ></ie-timeframe>
    `);
    await until(() => errors.length > 0);
    expect(errors[0]).to.contain('"yesterday" is not a duration');
    expect(timeframe.state.compare).to.equal('');
    timeframe.compare = 'previous';
    await until(() => timeframe.state.compare === 'previous');
    timeframe.compare = 'off';
    await until(() => timeframe.state.compare === '');
  });

  it('goes through the whole page', async () => {
    const page = await fixture<Analytics>(html`<ie-analytics compare="1w"></ie-analytics>`);
    expect(page.compare).to.equal('1w');
    await until(() => page.state.compare === '1w');
  });
});

/** A box with its difference to a day earlier. */
const statOf = async (source: TestSource) => {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe compare="1d" from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
      <ie-stat metric="requests" of="2xx"></ie-stat>
    </ie-timeframe>
  `);
  const stat = timeframe.querySelector<Stat>('ie-stat');
  if (!stat) throw new Error('There is no number');
  await until(() => inside(stat, '.change'));
  return { timeframe, stat };
};

describe('a number over the range', () => {
  it('has the difference beside it, also in words', async () => {
    const source = new TestSource(answer);
    const { timeframe, stat } = await statOf(source);
    expect(inside(stat, '.change [aria-hidden]')?.textContent).to.equal('+20 %');
    expect(inside(stat, '.change .visually-hidden')?.textContent).to.equal(
      '20 % more than a day earlier, which was 100',
    );
    stat.of = '3xx';
    await until(() => inside(stat, '.change [aria-hidden]')?.textContent === '-40 %');
    timeframe.compare = null;
    await until(() => !inside(stat, '.change'));
    timeframe.compare = '1d';
    await until(() => inside(stat, '.change'));
    timeframe.replicas = 'a';
    await until(() => source.requests.some(({ replicas, shift }) => replicas?.[0] === 'a' && shift));
    await until(() => inside(stat, '.change'));
    timeframe.replicas = 'all';
    await until(() => timeframe.state.replicas === null);
    await until(() => inside(stat, '.change'));
    for (let i = 0; i < 10; i++) await nextFrame();
    expect(inside(stat, '.change [aria-hidden]')?.textContent).to.equal('-40 %');
    stat.remove();
    timeframe.append(stat);
    await until(() => inside(stat, '.change'));
    expect(inside(stat, 'dl')?.querySelectorAll('.change').length).to.equal(1);
  });
});

describe('a number over another range', () => {
  const WEEK = { from: HOUR.to - 7 * DAY, to: HOUR.to };
  const isWeek = ({ range }: FrameRequest): boolean => range.to - range.from === 7 * DAY;
  const numberOf = (stat: Stat): string => part(stat, 'dd').textContent?.trim() ?? '';

  for (const value of [16_800, 120])
    it(`is not compared with that of the range before, while it is asked for (${value})`, async () => {
      let come = (): void => undefined;
      const source = new TestSource((request) => {
        if (!isWeek(request)) return answer(request);
        if (!request.shift) return answerTo(request, { value: () => value });
        return new Promise((resolve) => (come = () => resolve(answerTo(request, { value: () => 15_000 }))));
      });
      const { timeframe, stat } = await statOf(source);
      timeframe.range = `${new Date(WEEK.from).toISOString()}/${TO}`;
      timeframe.from = timeframe.to = null;
      await until(() => stat.frames[0]?.range.from === WEEK.from);
      await stat.updateComplete;
      expect(inside(stat, '.change') === null).to.equal(true);
      come();
      await until(() => inside(stat, '.change'));
      if (value === 120) expect(numberOf(stat)).to.equal('120');
      else expect(inside(stat, '.change [aria-hidden]')?.textContent).to.equal('+12 %');
    });

  it('is not compared where that cannot be had', async () => {
    const source = new TestSource((request) => {
      if (isWeek(request) && request.shift) throw new Error('The past is gone.');
      return answerTo(request, { value: () => (isWeek(request) ? 16_800 : 100) });
    });
    const { timeframe, stat } = await statOf(source);
    timeframe.from = new Date(WEEK.from).toISOString();
    await until(() => stat.frames[0]?.range.from === WEEK.from);
    for (let i = 0; i < 10; i++) await nextFrame();
    expect(inside(stat, '.change') === null).to.equal(true);
  });
});

describe('the day after one of another length', () => {
  it('has no difference beside a number of times that the clock jumped over, and one where it did not', async () => {
    const source = new TestSource((request) => answerTo(request, { value: () => (request.shift ? 100 : 120) }));
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe
        compare="1d"
        from="2026-03-30T02:30:00+02:00"
        to="2026-03-30T03:45:00+02:00"
        timezone="Europe/Paris"
        locale="en-GB"
        .source=${source}
      >
        <ie-stat metric="requests" of="2xx"></ie-stat>
      </ie-timeframe>
    `);
    const stat = timeframe.querySelector<Stat>('ie-stat');
    if (!stat) throw new Error('There is no number');
    await until(() => inside(stat, '.change'));
    expect(source.requests.find(({ shift }) => shift)?.range).to.deep.equal({
      from: Date.parse('2026-03-29T03:00:00+02:00'),
      to: Date.parse('2026-03-29T03:45:00+02:00'),
    });
    const asked = source.requests.length;
    timeframe.to = '2026-03-30T02:50:00+02:00';
    await until(() => source.requests.slice(asked).some(({ shift }) => shift));
    for (let i = 0; i < 10; i++) await nextFrame();
    expect(inside(stat, '.change') === null).to.equal(true);
  });

  it('is drawn on a canvas of its own charts without a problem', async () => {
    const errors: string[] = [];
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe
        compare="1d"
        from="2026-03-30T00:00:00+02:00"
        to="2026-03-31T00:00:00+02:00"
        timezone="Europe/Paris"
        locale="en-GB"
        .source=${new TestSource((request) => answerTo(request))}
        @ie-error=${({ detail }: CustomEvent<{ error: Error }>) => errors.push(detail.error.message)}
      >
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector('ie-requests-chart');
    if (!chart) throw new Error('There is no chart');
    await drawn(chart);
    await hoverBefore(chart);
    // Steps of 15 or 30 min, as wide as the window is.
    await move(placeIn(chart, 9.1 / 24));
    await until(() => part(chart, '.tooltip').textContent?.includes('30 Mar, 09:00'));
    expect(part(chart, '.tooltip').textContent).to.contain('against 29 Mar, 09:00, a day earlier');
    await move(placeIn(chart, 2.75 / 24));
    await until(() => /30 Mar, 02:(?:30|45)/.test(part(chart, '.tooltip').textContent ?? ''));
    expect(part(chart, '.tooltip').textContent).not.to.contain('a day earlier');
    expect(errors).to.deep.equal([]);
  });
});
