import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, type Frame, type FrameRequest } from '../../src/core/index.js';
import type { ReplicaStatus, Timeframe } from '../../src/elements/index.js';
import { laneNotes } from '../../src/elements/replica-status/lane-notes.js';
import { timelineSpec } from '../../src/elements/replica-status/timeline-spec.js';
import { kubernetes } from '../../src/sources/profiles/kubernetes.js';
import { abilities, resetMouse, sendKeys, sendMouse, wheel } from '../support/commands.js';
import { recordCanvasTexts, textsDrawn, textsOn } from './canvas-text.js';
import { choose } from './chart-menu.js';
import { canvasOf, drawn, FROM, HOUR, inside, nextFrame, part, placeIn, TestSource, TO, until } from './support.js';

const MINUTE = 60_000;
type Life = readonly (readonly [from: number, to: number, state: string])[];

/** Minutes of the hour. */
const LIVES: Readonly<Record<string, Life>> = {
  cut: [
    [0, 5, 'initializing'],
    [5, 60, 'running'],
  ],
  good: [
    [10, 11, 'pending'],
    [11, 13, 'pulling'],
    [13, 14, 'initializing'],
    [14, 60, 'running'],
  ],
  again: [
    [20, 22, 'pending'],
    [22, 30, 'running'],
    [30, 36, 'initializing'],
    [36, 60, 'running'],
  ],
  never: [
    [20, 25, 'pending'],
    [25, 30, 'pulling'],
  ],
  evicted: [
    [5, 8, 'initializing'],
    [8, 30, 'running'],
    [30, 31, 'evicted'],
  ],
};

function answer(request: FrameRequest, lives: Readonly<Record<string, Life>>, now: number): Frame {
  const { range, step } = request;
  const lanes = Object.entries(lives).map(([name, life]) => ({
    name,
    labels: labelSet([['replica', name]]),
    intervals: life.map(([from, to, state]) => ({
      from: HOUR.from + from * MINUTE,
      to: HOUR.from + to * MINUTE,
      state,
    })),
  }));
  if (request.shape === 'intervals')
    return { kind: 'intervals', range, step, completeUntil: range.to, now, notices: [], lanes };
  return {
    kind: 'series',
    range,
    step,
    completeUntil: range.to,
    now,
    notices: [],
    times: new Float64Array(),
    series: [],
  };
}

async function timelineOf(lives = LIVES, { now = HOUR.to, timed = true, to = TO } = {}): Promise<ReplicaStatus> {
  const source = new TestSource((request) => answer(request, lives, now));
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${to} timezone="UTC" locale="en-GB" .source=${source}>
      <ie-replica-status view="timeline" ?time-to-ready=${timed}></ie-replica-status>
    </ie-timeframe>
  `);
  const chart = timeframe.querySelector('ie-replica-status');
  if (!chart) throw new Error('No replicas');
  await drawn(chart);
  await until(() => chart.frames[0]?.kind === 'intervals' && inside(chart, '.key'));
  await chart.updateComplete;
  await nextFrame();
  return chart;
}

const rowsOf = (chart: Element): string[] =>
  [...(chart.shadowRoot?.querySelectorAll<HTMLElement>('.tooltip-rows .tooltip-row:not([hidden])') ?? [])].map(
    (row) => row.textContent,
  );
const valuesOf = (chart: Element): string => (inside(chart, 'dl')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Points at a lane, counted from the top of five, at a minute of the hour. */
async function pointAt(chart: Element, lane: number, minute: number): Promise<void> {
  const { x, y } = placeIn(chart, minute / 60, (lane + 0.5) / 5);
  await sendMouse({ type: 'move', position: [x, y] });
}

describe('the life of a replica', () => {
  afterEach(() => resetMouse());

  it('is told at the pointer, state by state, with its time to ready', async () => {
    const chart = await timelineOf();
    await pointAt(chart, 1, 12);
    await until(() => rowsOf(chart)[0]?.startsWith('good'));
    expect(rowsOf(chart).slice(0, 6)).to.deep.equal([
      'goodpulling 2 min',
      'pending1 min',
      'pulling2 min',
      'initializing1 min',
      'runningsince 10:14, 46 min',
      'time to ready4 min',
    ]);
    expect(rowsOf(chart).filter((row) => row.startsWith('good'))).to.have.length(1);
    expect(rowsOf(chart).some((row) => row.startsWith('cut'))).to.equal(true);
  });

  it('says at least where the range cuts a state', async () => {
    const chart = await timelineOf(LIVES, { now: HOUR.to + 86_400_000 });
    await pointAt(chart, 0, 2);
    await until(() => rowsOf(chart)[0]?.startsWith('cut'));
    expect(rowsOf(chart).slice(1, 4)).to.deep.equal([
      'initializingat least 5 min',
      'runningat least 55 min',
      'time to readyat least 5 min',
    ]);
  });

  it('tells restarts, and starts that came to nothing', async () => {
    const chart = await timelineOf();
    await pointAt(chart, 2, 40);
    await until(() => rowsOf(chart)[0]?.startsWith('again'));
    expect(rowsOf(chart)).to.include.members(['time to ready2 min', 'ready again in6 min']);
    await pointAt(chart, 3, 27);
    await until(() => rowsOf(chart)[0]?.startsWith('never'));
    expect(rowsOf(chart)).to.include('time to readynever ready');
  });

  it('is told by the keys too, lane by lane', async () => {
    const chart = await timelineOf();
    part(chart, '.plot').focus();
    const said = (): string => inside(chart, '[aria-live]')?.textContent ?? '';
    await sendKeys({ press: 'End' });
    await until(() => said() !== '');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => rowsOf(chart)[0]?.startsWith('cut'));
    await until(() => said().includes('cut running 55 min, initializing at least 5 min'));
    await sendKeys({ press: 'ArrowDown' });
    await until(() => rowsOf(chart)[0]?.startsWith('good'));
    await until(() => said().includes('running since 10:14, 46 min, time to ready 4 min'));
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => /^good/.test(rowsOf(chart)[0] ?? ''));
    await sendKeys({ press: 'ArrowUp' });
    await until(() => rowsOf(chart)[0]?.startsWith('cut'));
  });

  it('has its median in the header on demand, without what is cut, and with what never was ready', async () => {
    const chart = await timelineOf();
    await until(() => valuesOf(chart) !== '');
    // 4, 2, 6 and 3 minutes; the one of `cut` is not known.
    expect(valuesOf(chart)).to.equal('Time to ready, median of 4 3 min 30 s Never ready 1');
    chart.timeToReady = false;
    await until(() => valuesOf(chart) === '');
  });

  it('has no median of the range before while another one is asked', async () => {
    const chart = await timelineOf();
    await until(() => valuesOf(chart) !== '');
    const timeframe = chart.closest('ie-timeframe');
    if (!timeframe) throw new Error('No time frame');
    const source = timeframe.source;
    if (!(source instanceof TestSource)) throw new Error('No source');
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    source.answer = async (request) => {
      await gate;
      return answer(request, LIVES, HOUR.to);
    };
    timeframe.store.request({ type: 'range', text: '2026-06-01T09:00Z/2026-06-01T11:00Z' });
    await until(() => valuesOf(chart) === 'Time to ready –');
    open();
    await until(() => valuesOf(chart).startsWith('Time to ready, median of 5'));
  });

  it('has no median where nothing started', async () => {
    const chart = await timelineOf({ a: [[0, 60, 'running']] });
    await chart.updateComplete;
    expect(valuesOf(chart)).to.equal('');
    expect(valuesOf(await timelineOf({ a: [[5, 6, 'pending']] }))).to.equal('Never ready 1');
  });

  it('is none in a range without a replica, which is not the same as no data', async () => {
    const words = (chart: Element): string => (inside(chart, '.message p')?.textContent ?? '').trim();
    for (const lives of [{ a: [] }, {}]) {
      const chart = await timelineOf(lives);
      await until(() => words(chart) !== '');
      expect(words(chart)).to.equal('No replica in this range.');
      await choose(chart, 'View as table');
      expect(part(chart, '.table').textContent.trim()).to.equal('No replica in this range.');
    }
    // What has gone is offered by the same word.
    const chart = await timelineOf({ a: [[0, 10, 'running']] });
    chart.closest('ie-timeframe')?.store.request({ type: 'range', text: '2026-06-01T10:30Z/2026-06-01T11:00Z' });
    await until(() => words(chart) !== '' && inside(chart, '.message .action'));
    expect(part(chart, '.message .action').textContent).to.equal('Last replica: 1 Jun, 10:10');
  });

  it('is not known where the source has answered a part, or nothing of the range yet', () => {
    const frame = answer(
      { metric: '', by: [], replicas: null, shape: 'intervals', range: HOUR, step: MINUTE },
      {},
      HOUR.to,
    );
    expect(timelineSpec(frame).none).to.equal('No replica in this range.');
    expect(timelineSpec({ ...frame, partial: true }).none).to.equal(undefined);
    expect(timelineSpec({ ...frame, completeUntil: HOUR.from }).none).to.equal(undefined);
    expect(timelineSpec(null).none).to.equal(undefined);
  });

  it('shows by words on its lane what went wrong, and how long starts took', async () => {
    const stop = recordCanvasTexts();
    const chart = await timelineOf();
    const canvas = canvasOf(chart);
    if (!canvas) throw new Error('No canvas');
    const said = (): readonly string[] => textsOn(canvas).texts.map(({ text }) => text);
    await until(() => said().includes('never ready'));
    expect(said()).to.include.members([
      'never ready',
      'evicted',
      'running, restarted, ready in 6 min',
      'running, ready in 4 min',
    ]);
    stop();
  });

  it('says a failure once, in its bar or beside it', async () => {
    const stop = recordCanvasTexts();
    const chart = await timelineOf({
      a: [
        [0, 5, 'pulling'],
        [5, 30, 'failed'],
      ],
      b: [
        [0, 5, 'running'],
        [5, 25, 'evicted'],
      ],
      c: [
        [0, 20, 'running'],
        [20, 21, 'failed'],
      ],
      // Hardly wide enough for the name of its state.
      d: [
        [0, 5, 'pulling'],
        [5, 11, 'failed'],
      ],
    });
    const canvas = canvasOf(chart);
    if (!canvas) throw new Error('No canvas');
    const said = (): string =>
      textsOn(canvas)
        .texts.map(({ text }) => text)
        .join(' · ');
    await until(() => said().includes('evicted'));
    expect(said().match(/evicted/g), said()).to.have.length(1);
    expect(said().match(/failed/g), said()).to.have.length.within(2, 3);
    expect(said().match(/never ready/g), said()).to.have.length(2);
    stop();
  });
});

describe('the notes on a lane', () => {
  const known = { from: HOUR.from, until: HOUR.to };
  const notesOf = (life: Life, timed = false): string[] =>
    laneNotes(
      life.map(([from, to, state]) => ({ from: HOUR.from + from * MINUTE, to: HOUR.from + to * MINUTE, state })),
      known,
      timed,
    ).map(({ note }) => (note ? `${note.glyph ?? '-'}${note.atEnd ? ' at end' : ''}: ${note.words.join('; ')}` : ''));

  it('are none on a good life', () => {
    expect(notesOf(LIVES['good'] ?? []).join('')).to.equal('');
    expect(notesOf(LIVES['good'] ?? [], true)).to.deep.equal(['', '', '', '-: ready in 4 min']);
    expect(notesOf(LIVES['cut'] ?? [], true)).to.deep.equal(['', '']);
  });

  it('name restarts, failures and what never was ready', () => {
    expect(notesOf(LIVES['again'] ?? [])).to.deep.equal(['', '', 'restart: ', '-: restarted; restarted']);
    expect(notesOf(LIVES['never'] ?? [])).to.deep.equal(['', 'never at end: never ready']);
    expect(notesOf(LIVES['evicted'] ?? [])).to.deep.equal(['', '', 'failed: evicted']);
    expect(
      notesOf([
        [5, 8, 'pulling'],
        [8, 9, 'evicted'],
        [9, 12, 'running'],
      ]),
    ).to.deep.equal(['', 'failed: evicted, never ready; never ready', 'restart: restarted']);
  });
});

describe('an evicted replica', () => {
  it('has a colour of its own, and comes from the reason of its pod', () => {
    const frame = answer({ range: HOUR, step: MINUTE, shape: 'intervals' } as FrameRequest, LIVES, HOUR.to);
    expect(timelineSpec(frame).marks.map(({ role }) => role)).to.include('state-evicted');
    const part = kubernetes.metrics['replica-states'];
    const states = part && 'states' in part ? part.states.map(({ state }) => state) : [];
    expect(states.indexOf('evicted')).to.be.within(0, states.indexOf('failed') - 1);
  });
});

describe('many lanes', () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, i): [string, Life] => [`replica-${i}`, LIVES[i % 2 ? 'good' : 'again'] ?? []]),
  );
  afterEach(() => resetMouse());

  it('scroll by the wheel and by the keys, and only those in sight are drawn', async function () {
    const chart = await timelineOf(many);
    await until(() => inside(chart, '.lanes')?.hidden === false);
    const box = part(chart, '.lanes');
    const { x, y } = placeIn(chart, 0.9, 0.5);
    if ((await abilities()).wheel) {
      await sendMouse({ type: 'move', position: [x, y] });
      await wheel(0, 600);
      await until(() => box.scrollTop > 0);
    }
    part(chart, '.plot').focus();
    await sendKeys({ press: 'End' });
    box.scrollTop = box.scrollHeight;
    await nextFrame();
    await nextFrame();
    const stop = recordCanvasTexts();
    const before = textsDrawn();
    for (let i = 0; i < 20; i++) {
      box.scrollTop = (box.scrollHeight * (i + 0.5)) / 20;
      await nextFrame();
    }
    await nextFrame();
    stop();
    // Some 40 of the 500 at a time.
    expect(textsDrawn() - before).to.be.within(100, 20 * 100);
    box.scrollTop = 0;
    await nextFrame();
    await nextFrame();
    for (let i = 0; i < 12; i++) {
      await sendKeys({ press: 'ArrowDown' });
      await nextFrame();
      await nextFrame();
      await nextFrame();
    }
    await until(() => Number(/^replica-(\d+)/.exec(rowsOf(chart)[0] ?? '')?.[1]) > 9);
    expect(box.scrollTop).to.be.above(0);
  });
});

describe('the lane that is told', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i): [string, Life] => [`replica-${i}`, LIVES['good'] ?? []]),
  );
  const named = (chart: Element): string => /^[a-z]+-\d+/.exec(rowsOf(chart)[0] ?? '')?.[0] ?? '';
  afterEach(() => resetMouse());

  /** The first lane is told, at the pointer. */
  async function pointedAt(pin: boolean): Promise<ReplicaStatus> {
    const chart = await timelineOf(many, { timed: false });
    await until(() => inside(chart, '.lanes')?.hidden === false);
    const { x, y } = placeIn(chart, 0.5, 0.1);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => named(chart) === 'replica-0');
    if (pin) {
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'up' });
      await until(() => inside(chart, '.tooltip')?.classList.contains('pinned'));
    }
    return chart;
  }

  async function scrollDown(chart: Element): Promise<void> {
    part(chart, '.lanes').scrollTop = 200;
    for (let i = 0; i < 4; i++) await nextFrame();
  }

  it('is the same while it is pinned, though lanes scroll and others come above', async () => {
    const chart = await pointedAt(true);
    await scrollDown(chart);
    expect(named(chart)).to.equal('replica-0');
    const timeframe = chart.closest('ie-timeframe');
    const before = chart.frames[0];
    if (!timeframe) throw new Error('No time frame');
    const more = { 'a-1': LIVES['good'] ?? [], ...many };
    timeframe.source = new TestSource((request) => answer(request, more, HOUR.to));
    await until(() => chart.frames[0] !== before && chart.frames[0]);
    for (let i = 0; i < 4; i++) await nextFrame();
    expect(named(chart)).to.equal('replica-0');
  });

  it('is the one under the pointer that stands still while lanes scroll', async () => {
    const chart = await pointedAt(false);
    await scrollDown(chart);
    await until(() => /^replica-[1-9]/.test(named(chart)));
  });
});

describe('the name of a lane', () => {
  const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name): [string, Life] => [name, LIVES['good'] ?? []]));
  const lanesOf = (chart: ReplicaStatus): string =>
    chart.frames.flatMap((frame) => (frame.kind === 'intervals' ? frame.lanes.map(({ name }) => name) : [])).join('');
  const chosen = (chart: Element): string => chart.closest('ie-timeframe')?.state.replicas?.join('') ?? 'all';
  afterEach(() => resetMouse());

  async function timeline(): Promise<ReplicaStatus> {
    const chart = await timelineOf(many, { timed: false });
    const timeframe = chart.closest('ie-timeframe');
    if (!timeframe) throw new Error('No time frame');
    timeframe.source = new TestSource((request) => {
      const { replicas } = request;
      const left = Object.entries(many).filter(([name]) => !replicas || replicas.includes(name));
      return answer(request, Object.fromEntries(left), HOUR.to);
    });
    await until(() => lanesOf(chart) === 'abcd');
    await nextFrame();
    await nextFrame();
    return chart;
  }

  async function press(chart: Element, height: number, clicks = 1): Promise<void> {
    const { x, y } = placeIn(chart, 0, height);
    await sendMouse({ type: 'move', position: [x - 6, y] });
    for (let i = 0; i < clicks; i++) {
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'up' });
    }
  }

  it('hides its replica in the time frame by a press; the only one brings back all', async () => {
    const chart = await timeline();
    const range = JSON.stringify(chart.visibleRange);
    await press(chart, 0.4);
    await until(() => lanesOf(chart) === 'acd');
    expect(chosen(chart)).to.equal('acd');
    const timeframe = chart.closest('ie-timeframe');
    timeframe?.store.request({ type: 'replicas', replicas: ['c'] });
    await until(() => lanesOf(chart) === 'c');
    for (let i = 0; i < 3; i++) await nextFrame();
    await press(chart, 0.5);
    await until(() => lanesOf(chart) === 'abcd');
    expect([chosen(chart), JSON.stringify(chart.visibleRange)]).to.deep.equal(['all', range]);
  });

  it('leaves its replica alone by two presses, and does not go back to the range before', async () => {
    const chart = await timeline();
    chart.closest('ie-timeframe')?.store.request({
      type: 'zoom',
      range: { from: HOUR.from + 10 * MINUTE, to: HOUR.from + 30 * MINUTE },
    });
    for (let i = 0; i < 5; i++) await nextFrame();
    const range = JSON.stringify(chart.visibleRange);
    await press(chart, 0.4, 2);
    await until(() => lanesOf(chart) === 'b');
    expect([chosen(chart), JSON.stringify(chart.visibleRange)]).to.deep.equal(['b', range]);
  });

  it('is not pressed where a drag ends on it', async () => {
    const chart = await timeline();
    const { x, y } = placeIn(chart, 0.2, 0.4);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [placeIn(chart, 0).x - 6, y] });
    await sendMouse({ type: 'up' });
    for (let i = 0; i < 5; i++) await nextFrame();
    expect(chosen(chart)).to.equal('all');
  });

  it('has the space key for it', async () => {
    const chart = await timeline();
    part(chart, '.plot').focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await until(() => rowsOf(chart)[0]?.startsWith('b'));
    await sendKeys({ press: ' ' });
    await until(() => lanesOf(chart) === 'acd');
    await until(() => inside(chart, '[aria-live]')?.textContent === 'b hidden');
    await sendKeys({ press: ' ' });
    await until(() => lanesOf(chart) === 'abcd');
    await nextFrame();
    part(chart, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key: ' ', shiftKey: true }));
    await until(() => lanesOf(chart) === 'b');
  });
});

describe('a state shorter than a pixel', () => {
  it('still shows', async () => {
    const second = 1 / 60;
    const chart = await timelineOf({ short: [[30, 30 + second, 'running']] }, { to: '2026-06-08T10:00:00Z' });
    const canvas = canvasOf(chart);
    const over = part(chart, '.u-over').getBoundingClientRect();
    if (!canvas) throw new Error('No canvas');
    const ratio = canvas.width / canvas.getBoundingClientRect().width;
    const offset = over.left - canvas.getBoundingClientRect().left;
    const top = over.top - canvas.getBoundingClientRect().top;
    const colored = (): number => {
      const { data } = canvas
        .getContext('2d')
        ?.getImageData(
          Math.round(offset * ratio),
          Math.round((top + over.height / 2) * ratio),
          Math.round(10 * ratio),
          1,
        ) ?? { data: [] };
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if ((data[i + 1] ?? 0) > (data[i] ?? 0) + 40 && (data[i + 3] ?? 0) > 200) count++;
      return count;
    };
    await until(() => colored() > 0);
    expect(colored()).to.be.within(1, 6 * ratio);
  });
});
