import { expect, html } from '@open-wc/testing';
import type { Toolbar } from '../../src/elements/index.js';
import { sendKeys, sendMouse } from '../support/commands.js';
import { drawnPage, HOUR, inside, nextFrame, part, until, type Page } from './support.js';

const MINUTE = 60_000;

interface WithToolbar extends Page {
  readonly toolbar: Toolbar;
  /** From and to of the range, minutes after the hour's begin. */
  minutes(): number[];
  press(step: string): Promise<number[]>;
}

async function setUp(): Promise<WithToolbar> {
  const page = await drawnPage(undefined, html`<ie-toolbar></ie-toolbar>`);
  const toolbar = page.timeframe.querySelector('ie-toolbar');
  if (!toolbar) throw new Error('No toolbar');
  await until(() => inside(toolbar, '[part=home]'));
  const minutes = (): number[] => {
    const { from, to } = page.timeframe.state.range;
    return [from, to].map((time) => (time - HOUR.from) / MINUTE);
  };
  const press = async (step: string): Promise<number[]> => {
    const { left, top, width, height } = part(toolbar, `[part=${step}]`).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await toolbar.updateComplete;
    return minutes();
  };
  return { ...page, toolbar, minutes, press };
}

describe('the buttons that move the range', () => {
  it('zoom, move, and go through the history', async () => {
    const { press, requests, latency, timeframe } = await setUp();
    expect(await press('narrower')).to.deep.equal([15, 45]);
    expect(await press('later')).to.deep.equal([30, 60]);
    expect(await press('wider')).to.deep.equal([15, 75]);
    expect(await press('earlier')).to.deep.equal([-15, 45]);
    expect([requests, latency].map((chart) => chart.visibleRange)).to.deep.equal(
      [requests, latency].map(() => timeframe.state.range),
    );
    expect(await press('back')).to.deep.equal([15, 75]);
    expect(await press('back')).to.deep.equal([30, 60]);
    expect(await press('forward')).to.deep.equal([15, 75]);
    expect(await press('home')).to.deep.equal([0, 60]);
    expect(await press('back')).to.deep.equal([15, 75]);
  });

  it('have no way forward where there is none, and keep the focus there', async () => {
    const { toolbar, press, minutes } = await setUp();
    const forward = part(toolbar, '[part=forward]');
    expect(forward.ariaDisabled).to.equal('true');
    await press('narrower');
    await press('back');
    expect(forward.ariaDisabled).to.equal('false');
    forward.focus();
    await sendKeys({ press: 'Enter' });
    expect([forward.ariaDisabled, minutes()]).to.deep.equal(['true', [15, 45]]);
    await sendKeys({ press: 'Enter' });
    expect([toolbar.shadowRoot?.activeElement, minutes()]).to.deep.equal([forward, [15, 45]]);
  });

  it('take the keys of a plot', async () => {
    const { toolbar, minutes } = await setUp();
    part(toolbar, '[part=home]').focus();
    const result: number[][] = [];
    for (const key of ['+', '.', 'b', 'f', 'h', 'Shift+Backspace']) {
      if (key === 'Shift+Backspace')
        part(toolbar, '[part=home]').dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Backspace', shiftKey: true, bubbles: true }),
        );
      else await sendKeys({ press: key });
      result.push(minutes());
    }
    expect(result).to.deep.equal([
      [15, 45],
      [30, 60],
      [15, 45],
      [30, 60],
      [0, 60],
      [-30, 90],
    ]);
  });

  it('move nothing on the page when they come', async () => {
    const { toolbar, requests } = await setUp();
    const steps = part(toolbar, '.steps');
    const before = [requests, steps].map((element) => JSON.stringify(element.getBoundingClientRect()));
    for (const button of steps.querySelectorAll('button')) button.style.display = 'none';
    await nextFrame();
    expect([requests, steps].map((element) => JSON.stringify(element.getBoundingClientRect()))).to.deep.equal(before);
  });

  it('have names, and contrast', async () => {
    const { toolbar } = await setUp();
    await expect(toolbar).to.be.accessible();
  });
});
