import { expect, fixture, html } from '@open-wc/testing';
import { parse } from 'culori';
import { formatRange } from '../../src/core/index.js';
import { doubleClick, resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import {
  answerTo,
  drawn,
  drawnPage,
  FROM,
  HOUR,
  inside,
  nextEvent,
  nextFrame,
  NOW,
  part,
  placeIn,
  TestSource,
  TO,
  until,
} from './support.js';

type Place = { readonly x: number; readonly y: number };
const move = ({ x, y }: Place): Promise<void> => sendMouse({ type: 'move', position: [x, y] });

/** Presses at a place, and goes to another without letting go. */
async function drag(from: Place, to: Place): Promise<void> {
  await move(from);
  await sendMouse({ type: 'down' });
  await move({ x: Math.round((from.x + to.x) / 2), y: from.y });
  await move(to);
}

describe('a brush by mouse', () => {
  afterEach(() => resetMouse());

  it('sets the range of every chart of the time frame at once, and of none of another', async () => {
    const other = await fixture(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" .source=${new TestSource()}>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const { timeframe, requests, latency } = await drawnPage();
    const told = nextEvent<{ range: { from: number; to: number } }>(timeframe, 'ie-range-change');
    await drag(placeIn(requests, 0.25), placeIn(requests, 0.5));
    expect(part(requests, '.brush').hidden).to.equal(false);
    const label = part(requests, '.brush').textContent;
    expect(label).to.match(/10:1\d.*10:[23]\d/);
    expect(timeframe.state.brushing).to.equal(true);
    expect(requests.visibleRange).to.deep.equal(HOUR);
    await sendMouse({ type: 'up' });
    const { range } = (await told).detail;
    expect(label).to.equal(formatRange(range, 'UTC', 'en-GB', NOW));
    // A quarter to a half of the hour, outward to whole steps.
    expect(range.from).to.be.within(HOUR.from + 14 * 60_000, HOUR.from + 15.5 * 60_000);
    expect(range.to).to.be.within(HOUR.from + 29.5 * 60_000, HOUR.from + 31 * 60_000);
    expect([requests.visibleRange, latency.visibleRange]).to.deep.equal([range, range]);
    expect(part(requests, '.brush').hidden).to.equal(true);
    expect(other.querySelector('ie-requests-chart')?.visibleRange).to.deep.equal(HOUR);
  });

  it('lies thinly on the data, between lines of a pixel', async () => {
    const { requests } = await drawnPage();
    await drag(placeIn(requests, 0.25), placeIn(requests, 0.5));
    const band = part(requests, '.brush div');
    expect(parse(getComputedStyle(band).backgroundColor)?.alpha).to.be.closeTo(0.12, 0.02);
    expect([band.clientLeft, band.offsetWidth - band.clientWidth]).to.deep.equal([1, 2]);
    const { left, right, top, height } = band.getBoundingClientRect();
    const plot = part(requests, '.u-over').getBoundingClientRect();
    expect((left - plot.left) / plot.width).to.be.closeTo(0.25, 0.01);
    expect((right - plot.left) / plot.width).to.be.closeTo(0.5, 0.01);
    expect(top).to.be.closeTo(plot.top, 1);
    expect(height).to.be.closeTo(plot.height, 1);
    await sendMouse({ type: 'up' });
  });

  it('draws the new range on all charts in the same frame', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    const framesOf = (chart: Element, log: number[]): void => {
      const context = inside<HTMLCanvasElement>(chart, '.canvas canvas')?.getContext('2d');
      if (!context) throw new Error('No canvas');
      const clear = context.clearRect.bind(context);
      context.clearRect = (...box) => {
        log.push(frame);
        clear(...box);
      };
    };
    let frame = 0;
    const count = (): void => {
      frame++;
      if (frame < 10_000) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const logs: [number[], number[]] = [[], []];
    framesOf(requests, logs[0]);
    framesOf(latency, logs[1]);
    const changed = nextEvent(timeframe, 'ie-range-change');
    await drag(placeIn(latency, 0.3), placeIn(latency, 0.6));
    logs[0].length = logs[1].length = 0;
    await sendMouse({ type: 'up' });
    await changed;
    await until(() => logs[0].length > 0 && logs[1].length > 0);
    frame = 20_000;
    expect(logs[0][0]).to.equal(logs[1][0]);
  });

  it('goes either way, and stays inside the plot', async () => {
    const { timeframe, requests } = await drawnPage();
    const start = placeIn(requests, 0.5);
    await drag(start, { x: 0, y: start.y });
    await sendMouse({ type: 'up' });
    await until(() => timeframe.state.canGoBack);
    expect(timeframe.state.range.from).to.equal(HOUR.from);
    expect(timeframe.state.range.to).to.be.within(HOUR.from + 29 * 60_000, HOUR.from + 31.5 * 60_000);
  });

  it('is cancelled by Escape and by a press that does not move', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    await drag(placeIn(requests, 0.2), placeIn(requests, 0.7));
    await sendKeys({ press: 'Escape' });
    expect(timeframe.state.brushing).to.equal(false);
    await sendMouse({ type: 'up' });
    await move(placeIn(requests, 0.4));
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    await nextFrame();
    expect(requests.visibleRange).to.deep.equal(HOUR);
    expect(part(requests, '.brush').hidden).to.equal(true);
  });

  it('goes back by double-click, one range at a time', async () => {
    const { timeframe, requests } = await drawnPage();
    await drag(placeIn(requests, 0.2), placeIn(requests, 0.8));
    await sendMouse({ type: 'up' });
    await until(() => timeframe.state.canGoBack);
    const first = timeframe.state.range;
    await nextFrame();
    await drag(placeIn(requests, 0.2), placeIn(requests, 0.6));
    await sendMouse({ type: 'up' });
    await until(() => !timeframe.state.brushing && timeframe.state.range.to < first.to);
    await doubleClick(placeIn(requests, 0.5));
    await until(() => timeframe.state.range.from === first.from && timeframe.state.range.to === first.to);
    await doubleClick(placeIn(requests, 0.5));
    await until(() => timeframe.state.range.from === HOUR.from && timeframe.state.range.to === HOUR.to);
  });

  it('lets a refresh that arrives meanwhile wait for its end', async () => {
    const { timeframe, requests, source } = await drawnPage();
    const frame = requests.frames[0];
    await drag(placeIn(requests, 0.2), placeIn(requests, 0.5));
    source.answer = (request) => answerTo(request, { value: () => 77 });
    const asked = source.requests.length;
    timeframe.store.request({ type: 'refresh' });
    for (let count = 0; count < 10; count++) await nextFrame();
    expect(requests.frames[0]).to.equal(frame);
    await sendMouse({ type: 'up' });
    await until(() => source.requests.length > asked && requests.frames[0] !== frame);
  });

  it('is over where another range comes from elsewhere in its middle, and nothing begins anew', async () => {
    const { timeframe, requests } = await drawnPage();
    const [start, middle, end] = [0.25, 0.5, 0.7].map((share) => placeIn(requests, share)) as [Place, Place, Place];
    const other = '2026-06-01T09:00Z/2026-06-01T10:30Z';
    await drag(start, middle);
    timeframe.setState({ range: other });
    await move(end);
    expect(timeframe.state.brushing).to.equal(false);
    await sendMouse({ type: 'up' });
    expect(timeframe.state.rangeText).to.equal(other);

    await drag(start, middle);
    await sendKeys({ press: 'Backspace' });
    await move(end);
    await sendMouse({ type: 'up' });
    expect(timeframe.state.range).to.deep.equal(HOUR);
  });

  it('is not begun by a button on the plot', async () => {
    const { timeframe, requests, source } = await drawnPage();
    source.answer = () => {
      throw new Error('gone');
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => inside(requests, '.strip button'));
    const rect = part(requests, '.strip button').getBoundingClientRect();
    await drag({ x: Math.round(rect.left + 5), y: Math.round(rect.top + 5) }, placeIn(requests, 0.2));
    expect(timeframe.state.brushing).to.equal(false);
    await sendMouse({ type: 'up' });
  });

  it('works again on a chart that was moved', async () => {
    const { timeframe, requests } = await drawnPage();
    timeframe.append(requests);
    await until(() => inside(requests, '.tooltip'));
    await drawn(requests);
    await drag(placeIn(requests, 0.25), placeIn(requests, 0.5));
    await sendMouse({ type: 'up' });
    await until(() => timeframe.state.canGoBack);
    expect(requests.visibleRange?.to).to.be.lessThan(HOUR.to);
  });
});
