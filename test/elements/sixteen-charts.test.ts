import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { CASES, caseSource } from '../../demo/cases/case-source.js';
import type { Frame, FrameRequest, Source } from '../../src/core/index.js';
import type { ChartElement } from '../../src/elements/chart/chart-element.js';
import type { Timeframe } from '../../src/elements/index.js';
import { asSource } from '../../src/sources/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import { seededRandom } from '../timeframe/seeded-random.js';
import { CanvasLog } from './canvas-log.js';
import { drawn, FROM, nextFrame, placeIn, TestSource, TO, until } from './support.js';

/** Holds answers back, and gives them in any order but the one they were asked in. */
class ShuffledSource implements Source {
  readonly #inner: Source;
  readonly #random = seededRandom(7);
  readonly #held: (() => void)[] = [];
  /** Answers come at once while it is false. */
  holds = false;
  asked = 0;

  constructor(inner: Source) {
    this.#inner = inner;
  }

  async query(request: FrameRequest, context: { readonly signal: AbortSignal }): Promise<Frame> {
    this.asked++;
    const answer = await this.#inner.query(request, context);
    if (this.holds) await new Promise<void>((resolve) => this.#held.push(resolve));
    return answer;
  }

  get waiting(): number {
    return this.#held.length;
  }

  /** Gives some of what is held, any of them. */
  give(count: number): void {
    for (let given = 0; given < count && this.#held.length > 0; given++) {
      const [resolve] = this.#held.splice(Math.floor(this.#random() * this.#held.length), 1);
      resolve?.();
    }
  }
}

/** Two rows of it are sixteen charts: bars, lines, areas, a heatmap, lanes. Small, so that all are in the window. */
const eight = (): TemplateResult => html`
  <ie-requests-chart></ie-requests-chart>
  <ie-latency-chart></ie-latency-chart>
  <ie-latency-chart view="heatmap"></ie-latency-chart>
  <ie-replica-status view="timeline"></ie-replica-status>
  <ie-replica-status></ie-replica-status>
  <ie-pending-chart></ie-pending-chart>
  <ie-hardware-chart metric="cpu"></ie-hardware-chart>
  <ie-metric-chart metric="tokens" type="bars"></ie-metric-chart>
`;

interface Sixteen {
  readonly timeframe: Timeframe;
  readonly source: ShuffledSource;
  readonly charts: readonly ChartElement[];
  /** A chart of another time frame. */
  readonly other: ChartElement;
}

async function setUp(): Promise<Sixteen> {
  const one = CASES.find(({ name }) => name === 'unfinished');
  const inner = one && asSource(caseSource(one));
  if (!inner) throw new Error('There is no such case');
  const source = new ShuffledSource(inner);
  const page = await fixture(html`
    <div>
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
        ${eight()} ${eight()}
      </ie-timeframe>
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" .source=${new TestSource()}>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    </div>
  `);
  const [timeframe, second] = [...page.querySelectorAll('ie-timeframe')];
  const other = second?.querySelector('ie-requests-chart');
  if (!timeframe || !other) throw new Error('No time frames');
  const charts = [...timeframe.children].filter((child): child is ChartElement => 'visibleRange' in child);
  expect(charts.length).to.equal(16);
  await until(() => charts.every(({ frames }) => frames.length > 0));
  await drawn(...charts, other);
  await nextFrame();
  return { timeframe, source, charts, other };
}

/** Presses on a chart, and goes on without letting go. */
async function drag(chart: Element, from: number, to: number): Promise<void> {
  for (const [i, share] of [from, (from + to) / 2, to].entries()) {
    const { x, y } = placeIn(chart, share);
    await sendMouse({ type: 'move', position: [x, y] });
    if (i === 0) await sendMouse({ type: 'down' });
  }
}

describe('a brush on one of sixteen charts', () => {
  let log: CanvasLog | null = null;
  afterEach(async () => {
    log?.stop();
    await resetMouse();
  });

  for (const [kind, nth] of [
    ['bars', 0],
    ['a heatmap', 2],
    ['lanes', 3],
  ] as const) {
    it(`changes all of them in one frame and none of another time frame, a refresh in the middle: on ${kind}`, async () => {
      const { timeframe, source, charts, other } = await setUp();
      const chart = charts[nth] ?? other;
      chart.scrollIntoView({ block: 'center' });
      log = new CanvasLog([...charts, other]);
      source.holds = true;
      // Answers that are on their way when the brush begins, and a refresh after that.
      timeframe.store.request({ type: 'refresh' });
      await drag(chart, 0.25, 0.5);
      await until(() => source.waiting > 0);
      await nextFrame();
      log.forget();
      timeframe.store.request({ type: 'refresh' });
      source.give(Infinity);
      for (let count = 0; count < 5; count++) await nextFrame();
      expect(log.frames.flat(), 'drawn while the hand is down').to.deep.equal([]);
      const before = timeframe.state.range;
      await sendMouse({ type: 'up' });
      const all = log.frames.slice(0, 16);
      await until(() => all.every((frames) => frames.length > 0));
      expect(timeframe.state.range.from).to.be.greaterThan(before.from);
      expect(new Set(all.map(([first]) => first)).size, 'frames in which they changed').to.equal(1);
      expect(log.frames[16]).to.deep.equal([]);
      expect(charts.map(({ visibleRange }) => visibleRange)).to.deep.equal(charts.map(() => timeframe.state.range));
      source.holds = false;
      source.give(Infinity);
      expect(other.visibleRange).to.deep.equal(before);
    });
  }

  it('leaves the last of ten quick ranges, in whatever order the answers come', async () => {
    const { timeframe, source, charts } = await setUp();
    source.holds = true;
    for (let count = 0; count < 10; count++) {
      const chart = charts[count] ?? timeframe;
      chart.scrollIntoView({ block: 'center' });
      if (count === 4) timeframe.store.request({ type: 'refresh' });
      await drag(chart, 0.1, 0.9);
      source.give(3);
      await sendMouse({ type: 'up' });
    }
    const last = timeframe.state.range;
    const { lineStep, barStep } = timeframe.state;
    expect(last.to - last.from).to.be.lessThan(20 * 60_000);
    const steps = [lineStep, barStep];
    // Of the last range and at its own step: not what was at hand of a wider one.
    const isLast = ({ range, step }: Frame): boolean =>
      step !== null &&
      steps.includes(step) &&
      Math.abs(range.from - last.from) <= 2 * barStep &&
      Math.abs(range.to - last.to) <= 2 * barStep;
    const shown = (): boolean[] => charts.map(({ frames: [frame] }) => frame !== undefined && isLast(frame));
    while (!shown().every(Boolean)) {
      source.give(2);
      await nextFrame();
    }
    // What comes after that is old, and changes nothing.
    while (source.waiting > 0) {
      source.give(1);
      await nextFrame();
    }
    expect(shown()).to.deep.equal(charts.map(() => true));
    expect(charts.map(({ visibleRange }) => visibleRange)).to.deep.equal(charts.map(() => last));
  });
});
