import { expect } from '@open-wc/testing';
import {
  abilities,
  countObjects,
  doubleClick,
  heapCounters,
  holdKey,
  sendKeys,
  sendMouse,
  strictPage,
  swipe,
} from './commands.js';

describe('what tests stand on', () => {
  it('draws text, so fonts are there', () => {
    const context = document.createElement('canvas').getContext('2d');
    expect(context?.measureText('M').width).to.be.greaterThan(0);
  });

  it('speaks a language with a valid tag', () => {
    expect(Intl.getCanonicalLocales(navigator.language)).to.have.length(1);
  });

  it('moves a real mouse', async () => {
    const moved = new Promise<MouseEvent>((resolve) => document.addEventListener('mousemove', resolve, { once: true }));
    await sendMouse({ type: 'move', position: [40, 50] });
    const { isTrusted, clientX, clientY } = await moved;
    expect([isTrusted, clientX, clientY]).to.deep.equal([true, 40, 50]);
  });

  it('clicks twice with a real mouse', async () => {
    const seen: string[] = [];
    const note = ({ type, isTrusted, detail, clientX, clientY }: MouseEvent): void =>
      void seen.push(`${type} ${isTrusted} ${detail} ${clientX} ${clientY}`);
    for (const type of ['click', 'dblclick'] as const) document.addEventListener(type, note);
    await doubleClick({ x: 40, y: 50 });
    await doubleClick({ x: 40, y: 50 });
    for (const type of ['click', 'dblclick'] as const) document.removeEventListener(type, note);
    const once = ['click true 1 40 50', 'click true 2 40 50', 'dblclick true 2 40 50'];
    expect(seen).to.deep.equal([...once, ...once]);
  });

  it('presses real keys, alone and together', async () => {
    const seen: string[] = [];
    const note = (event: KeyboardEvent): void => void seen.push(`${event.shiftKey ? 'Shift+' : ''}${event.key}`);
    document.addEventListener('keydown', note);
    await sendKeys({ press: 'ArrowRight' });
    await holdKey('Shift', true);
    await sendKeys({ press: 'ArrowLeft' });
    await holdKey('Shift', false);
    document.removeEventListener('keydown', note);
    expect(seen).to.deep.equal(['ArrowRight', 'Shift+Shift', 'Shift+ArrowLeft']);
  });

  it('touches with a real finger', async function () {
    if (!(await abilities()).touch) this.skip();
    const seen: string[] = [];
    const note = (event: PointerEvent): void => void seen.push(`${event.type} ${event.pointerType}`);
    const types = ['pointerdown', 'pointerup'] as const;
    for (const type of types) document.addEventListener(type, note);
    await swipe({ x: 20, y: 20 });
    for (const type of types) document.removeEventListener(type, note);
    expect(seen).to.deep.equal(['pointerdown touch', 'pointerup touch']);
  });

  it('counts listeners and living objects', async function () {
    if (!(await abilities()).devtools) this.skip();
    // Counting objects collects garbage first, so no listener of an earlier test goes in between.
    const canvases = await countObjects('HTMLCanvasElement');
    const before = await heapCounters();
    const kept = document.createElement('canvas');
    for (let count = 0; count < 10; count++) kept.addEventListener('click', () => count);
    expect((await heapCounters()).listeners - before.listeners).to.equal(10);
    expect((await countObjects('HTMLCanvasElement')) - canvases).to.equal(1);
    kept.remove();
  });

  it('sees a violation of the strict header', async () => {
    const page = await strictPage('/test/pages/violation.html');
    expect(page.violations().join()).to.contain('style-src');
    page.close();
  });
});
