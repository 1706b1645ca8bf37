import { expect } from '@open-wc/testing';
import { shiftRange } from '../../src/core/index.js';
import { abilities, resetMouse, sendKeys, sendMouse, setViewport } from '../support/commands.js';
import { answerTo, drawnPage, inside, nextFrame, part, placeIn, TestSource, until } from './support.js';

const move = ({ x, y }: { x: number; y: number }): Promise<void> => sendMouse({ type: 'move', position: [x, y] });
const shown = (chart: Element): boolean => inside(chart, '.tooltip')?.matches(':popover-open') ?? false;
const rowsOf = (chart: Element): (string | undefined)[][] =>
  [...part(chart, '.tooltip-rows').children].map((row) =>
    [...row.children].map((cell) => cell.textContent?.replace(/\s/, ' ')).filter(Boolean),
  );
const lineOf = (chart: Element): number => part(chart, '.crosshair').getBoundingClientRect().left;

describe('the cursor', () => {
  afterEach(() => resetMouse());

  it('stands at one time on all charts, with the tooltip at the pointer alone', async () => {
    const { requests, latency } = await drawnPage();
    await move(placeIn(requests, 0.4));
    await until(() => shown(requests));
    expect(part(requests, '.overlay').hidden).to.equal(false);
    expect(part(latency, '.overlay').hidden).to.equal(false);
    expect(shown(latency)).to.equal(false);
    expect(lineOf(latency) - placeIn(latency, 0).x).to.be.closeTo(lineOf(requests) - placeIn(requests, 0).x, 1.5);
    await move(placeIn(latency, 0.4));
    await until(() => shown(latency));
    expect(shown(requests)).to.equal(false);
  });

  it('is a dashed line of a pixel over the height of the data, with a dot on each line', async () => {
    const { latency } = await drawnPage();
    await move(placeIn(latency, 0.4));
    await until(() => shown(latency));
    const line = part(latency, '.crosshair');
    expect(line.getBoundingClientRect().width).to.equal(1);
    expect(getComputedStyle(line).borderLeftStyle).to.equal('dashed');
    const { top, height } = part(latency, '.u-over').getBoundingClientRect();
    expect(line.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(line.getBoundingClientRect().height).to.be.closeTo(height, 1);
    const dots = [...(latency.shadowRoot?.querySelectorAll('.overlay .dot') ?? [])].map((dot) =>
      dot.getBoundingClientRect(),
    );
    expect(dots).to.have.length(4);
    // The line stands where the pointer is, the dots in the middle of the step.
    for (const dot of dots) expect((dot.left + dot.right) / 2).to.be.closeTo(lineOf(latency), 8);
  });

  it('says time, step, values, shares and the total', async () => {
    const source = new TestSource((request) => answerTo(request, { value: (_, nth) => [75, 25, 0, 0][nth] ?? 0 }));
    const { requests } = await drawnPage(source);
    await move(placeIn(requests, 0.505));
    await until(() => shown(requests));
    expect(part(requests, '.tooltip-head').textContent).to.match(/^1 Jun, 10:30 · 1 min$/);
    const rows = rowsOf(requests);
    expect(rows[0]).to.deep.equal(['2XX', '75', '75 %']);
    expect(rows[1]).to.deep.equal(['3XX', '25', '25 %']);
    expect(rows.at(-1)).to.deep.equal(['Total', '100']);
  });

  it('gives shares of all, of the total too, where some is hidden', async () => {
    const source = new TestSource((request) => answerTo(request, { value: (_, nth) => [95, 1, 1, 3][nth] ?? 0 }));
    const { requests } = await drawnPage(source);
    for (const key of ['2XX', '3XX']) {
      const toggle = [...(requests.shadowRoot?.querySelectorAll<HTMLElement>('.key') ?? [])].find(
        ({ textContent }) => textContent.trim() === key,
      );
      toggle?.click();
      await until(() => toggle?.getAttribute('aria-pressed') === 'false');
    }
    await nextFrame();
    await move(placeIn(requests, 0.505));
    await until(() => shown(requests));
    expect(rowsOf(requests)).to.deep.equal([
      ['5XX', '3', '3 %'],
      ['4XX', '1', '1 %'],
      ['Total shown', '4', '4 %'],
    ]);
  });

  it('leaves with the pointer', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    await move(placeIn(requests, 0.4));
    await until(() => shown(requests));
    await move({ x: 1, y: 1 });
    await until(() => !shown(requests));
    expect(part(latency, '.overlay').hidden).to.equal(true);
    expect(timeframe.store.cursor.time).to.equal(null);
  });

  it('tells what stands under a pointer that rests, also of new data and of another range', async () => {
    const { timeframe, requests, source } = await drawnPage();
    const place = placeIn(requests, 0.505);
    await move(place);
    await until(() => shown(requests));
    source.answer = (request) => answerTo(request, { value: () => 4321 });
    timeframe.store.request({ type: 'refresh' });
    timeframe.store.request({ type: 'zoom', range: shiftRange(timeframe.state.range, -3_600_000) });
    await until(() => part(requests, '.tooltip-rows').textContent?.includes('4.32'));
    // Longer numbers of the axis move the plot by some pixels.
    expect(part(requests, '.tooltip-head').textContent).to.match(/^1 Jun, 09:(?:29|30)/);
    expect(lineOf(requests)).to.be.closeTo(place.x, 1.5);
  });

  it('goes with the time that keys went to, and no further than the range', async () => {
    const { timeframe, requests } = await drawnPage();
    const { from, to } = timeframe.state.range;
    part(requests, '.plot').focus();
    await sendKeys({ press: 'Home' });
    await until(() => shown(requests));
    timeframe.store.request({ type: 'zoom', range: { from: from - 1_200_000, to } });
    await until(() => Math.abs(lineOf(requests) - placeIn(requests, 0.256).x) < 3);
    expect(part(requests, '.tooltip').getBoundingClientRect().left).to.be.closeTo(lineOf(requests) + 16, 20);
    timeframe.store.request({ type: 'zoom', range: { from: to - 600_000, to } });
    await until(() => !shown(requests));
  });

  for (const width of [800, 360]) {
    it(`never has its tooltip outside a window of ${width} pixels, or under the pointer`, async function () {
      if (!(await abilities()).viewport && width < 800) this.skip();
      if ((await abilities()).viewport) await setViewport({ width, height: 600 });
      const name = 'a-status-with-a-very-long-name-that-does-not-end-soon'.repeat(3);
      const source = new TestSource((request) =>
        request.metric === 'requests'
          ? answerTo(request, { names: Array.from({ length: 20 }, (_, i) => `${name}${i}`) })
          : answerTo(request),
      );
      const { requests } = await drawnPage(source);
      requests.details = true;
      await until(() => inside(requests, '.key')?.textContent?.includes('very-long'));
      await nextFrame();
      for (const x of [0.01, 0.3, 0.5, 0.7, 0.99]) {
        for (const y of [0.02, 0.5, 0.98]) {
          const place = placeIn(requests, x, y);
          await move(place);
          await until(() => shown(requests));
          // The observer tells the size of a box that has just opened in its first frame, before that is painted.
          await nextFrame();
          await nextFrame();
          const box = part(requests, '.tooltip').getBoundingClientRect();
          expect(box.left).to.be.at.least(0);
          expect(box.top).to.be.at.least(0);
          expect(box.right).to.be.at.most(innerWidth);
          expect(box.bottom).to.be.at.most(innerHeight);
          if (width < 800) continue; // A window so narrow has no room beside the pointer for a dozen long names.
          const covered = box.left <= place.x && place.x <= box.right && box.top <= place.y && place.y <= box.bottom;
          expect(covered, `at ${x}, ${y}`).to.equal(false);
        }
      }
      expect(part(requests, '.tooltip-rows').textContent).to.contain('+ 8 more');
      if ((await abilities()).viewport) await setViewport({ width: 800, height: 600 });
    });
  }
});
