import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import { answerTo, drawnPage, inside, nextFrame, part, placeIn, until, type Chart } from './support.js';

const move = ({ x, y }: { x: number; y: number }): Promise<void> => sendMouse({ type: 'move', position: [x, y] });
const shown = (chart: Chart): boolean => inside(chart, '.tooltip')?.matches(':popover-open') ?? false;
const head = (chart: Chart): string => part(chart, '.tooltip-head').textContent ?? '';

async function press(): Promise<void> {
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'up' });
}

describe('values that are pinned', () => {
  afterEach(() => resetMouse());

  it('stay by a click while the pointer goes on and away, and go by another', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    await move(placeIn(requests, 0.305));
    await until(() => shown(requests));
    await press();
    const pinned = head(requests);
    await move(placeIn(requests, 0.6));
    await move(placeIn(latency, 0.5));
    await until(() => shown(latency));
    expect([shown(requests), head(requests)]).to.deep.equal([true, pinned]);
    timeframe.store.request({ type: 'refresh' });
    await nextFrame();
    await nextFrame();
    expect([shown(requests), head(requests)]).to.deep.equal([true, pinned]);
    await move(placeIn(requests, 0.6));
    await press();
    await until(() => !shown(requests));
  });

  it('follow new data', async () => {
    const { timeframe, requests, source } = await drawnPage();
    await move(placeIn(requests, 0.995));
    await until(() => shown(requests));
    await press();
    source.answer = (request) => answerTo(request, { value: () => 4321 });
    timeframe.store.request({ type: 'refresh' });
    await until(() => part(requests, '.tooltip-rows').textContent?.includes('4.32'));
  });

  it('are pinned and let go by P, by Escape, and follow the arrows', async () => {
    const { requests } = await drawnPage();
    part(requests, '.plot').focus();
    await sendKeys({ press: 'Home' });
    const first = head(requests);
    await sendKeys({ press: 'p' });
    part(requests, '.key').focus();
    expect([shown(requests), head(requests)]).to.deep.equal([true, first]);
    part(requests, '.plot').focus();
    await sendKeys({ press: 'Escape' });
    expect(shown(requests)).to.equal(false);
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'P' });
    await sendKeys({ press: 'ArrowRight' });
    expect(shown(requests)).to.equal(true);
    expect(head(requests)).to.not.equal(first);
    part(requests, '.key').focus();
    expect(shown(requests)).to.equal(false);
  });

  it('are let go where a zoom leaves their time', async () => {
    const { timeframe, requests } = await drawnPage();
    await move(placeIn(requests, 0.9));
    await until(() => shown(requests));
    await press();
    const { from } = timeframe.state.range;
    timeframe.store.request({ type: 'zoom', range: { from, to: from + 600_000 } });
    await until(() => !shown(requests));
  });
});
