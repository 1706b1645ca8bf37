import { expect } from '@open-wc/testing';
import { holdKey, sendKeys } from '../support/commands.js';
import { drawnPage, HOUR, inside, part, until } from './support.js';

const MINUTE = 60_000;
const press = (key: string): Promise<void> => sendKeys({ press: key });

describe('keys on a chart', () => {
  it('reach it by Tab', async () => {
    const { requests } = await drawnPage();
    for (let count = 0; count < 8 && requests.shadowRoot?.activeElement?.className !== 'plot'; count++)
      await press('Tab');
    expect(requests.shadowRoot?.activeElement).to.equal(part(requests, '.plot'));
  });

  it('move the cursor by steps on all charts, and say what stands there', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    part(requests, '.plot').focus();
    await press('Home');
    expect(timeframe.store.cursor.time).to.equal(HOUR.from + MINUTE / 2);
    await press('ArrowRight');
    await press('ArrowRight');
    expect(timeframe.store.cursor.time).to.equal(HOUR.from + 2.5 * MINUTE);
    expect(part(latency, '.overlay').hidden).to.equal(false);
    const said = (): string => inside(requests, '[aria-live]')?.textContent ?? '';
    await until(() => said() !== '');
    expect(said()).to.match(/1 Jun, 10:02 · 1 min: 2XX \d+, /);
    await press('End');
    await press('ArrowLeft');
    expect(timeframe.store.cursor.time).to.equal(HOUR.to - 1.5 * MINUTE);
    await press('PageUp');
    expect(timeframe.store.cursor.time).to.equal(HOUR.to - 11.5 * MINUTE);
  });

  it('select with Shift, zoom all charts with Enter, go back with Backspace', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    part(latency, '.plot').focus();
    part(requests, '.plot').focus();
    await press('Home');
    for (let count = 0; count < 10; count++) await press('ArrowRight');
    await holdKey('Shift', true);
    for (let count = 0; count < 4; count++) await press('ArrowRight');
    await holdKey('Shift', false);
    expect(timeframe.state.brushing).to.equal(true);
    expect(part(requests, '.brush').hidden).to.equal(false);
    await press('Enter');
    const zoomed = { from: HOUR.from + 10 * MINUTE, to: HOUR.from + 15 * MINUTE };
    expect(timeframe.state.range).to.deep.equal(zoomed);
    expect(latency.visibleRange).to.deep.equal(zoomed);
    await press('Backspace');
    expect(latency.visibleRange).to.deep.equal(HOUR);
  });

  it('cancel a selection with Escape, and leave a further Escape to a dialog around', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    await press('Home');
    await holdKey('Shift', true);
    await press('ArrowRight');
    await holdKey('Shift', false);
    const seen: string[] = [];
    const note = (event: KeyboardEvent): void => void seen.push(event.key);
    document.addEventListener('keydown', note);
    await press('Escape');
    expect([timeframe.state.brushing, seen.length]).to.deep.equal([false, 0]);
    expect(part(requests, '.brush').hidden).to.equal(true);
    await press('Escape');
    document.removeEventListener('keydown', note);
    expect(seen).to.deep.equal(['Escape']);
    expect(timeframe.store.cursor.time).to.equal(null);
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });

  it('end a selection when the focus goes', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    await press('Home');
    await holdKey('Shift', true);
    await press('ArrowRight');
    await holdKey('Shift', false);
    part(requests, '.plot').blur();
    expect(timeframe.state.brushing).to.equal(false);
    expect(timeframe.store.cursor.time).to.equal(null);
  });

  it('keep their selection when the cursor is moved by somebody else', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    await press('Home');
    await holdKey('Shift', true);
    for (let count = 0; count < 4; count++) await press('ArrowRight');
    await holdKey('Shift', false);
    timeframe.store.cursor.move(HOUR.to - MINUTE, {});
    timeframe.store.cursor.move(null, null);
    await press('Enter');
    expect(timeframe.state.range).to.deep.equal({ from: HOUR.from, to: HOUR.from + 5 * MINUTE });
    expect(timeframe.state.brushing).to.equal(false);
  });

  it('forget their selection when the range is moved under it', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    await press('Home');
    await holdKey('Shift', true);
    await press('ArrowRight');
    await holdKey('Shift', false);
    timeframe.store.request({ type: 'range', text: '6h' });
    expect(part(requests, '.brush').hidden).to.equal(true);
    await press('Enter');
    expect(timeframe.state.rangeText).to.equal('6h');
  });
});
