import { expect, html } from '@open-wc/testing';
import type { Toolbar } from '../../src/elements/index.js';
import { drawnPage, HOUR, nextFrame, TestSource, until } from './support.js';

async function setUp() {
  const source = new TestSource();
  source.replicas = ['alpha', 'beta'];
  const made = await drawnPage(source, html`<ie-toolbar></ie-toolbar>`);
  const toolbar = made.timeframe.querySelector<Toolbar>('ie-toolbar');
  const range = toolbar?.shadowRoot?.querySelector<HTMLSelectElement>('[part=range] select');
  const menu = (): HTMLSelectElement | null | undefined =>
    toolbar?.shadowRoot?.querySelector<HTMLSelectElement>('[part=refresh] select');
  await until(menu);
  const every = menu();
  const back = toolbar?.shadowRoot?.querySelector<HTMLButtonElement>('[part=back]');
  const auto = toolbar?.shadowRoot?.querySelector<HTMLButtonElement>('[role=switch]');
  if (!toolbar || !every || !range || !back || !auto) throw new Error('The toolbar is not whole');
  return { ...made, toolbar, every, range, back, auto };
}

/** What a person does with a menu. */
function choose(menu: HTMLSelectElement, value: string): void {
  menu.value = value;
  menu.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the toolbar', () => {
  it('sets the range of all charts from its menu, and goes back', async () => {
    const { timeframe, requests, latency, range, back, toolbar } = await setUp();
    expect(range.selectedOptions[0]?.textContent).to.equal('Custom');
    expect(back.disabled).to.equal(true);
    choose(range, '6h');
    await toolbar.updateComplete;
    expect([timeframe.state.rangeText, range.selectedOptions[0]?.textContent]).to.deep.equal(['6h', 'Last 6 h']);
    expect(requests.visibleRange).to.deep.equal(latency.visibleRange);
    expect(back.disabled).to.equal(false);
    back.click();
    await toolbar.updateComplete;
    expect(requests.visibleRange).to.deep.equal(HOUR);
    expect([back.disabled, range.selectedOptions[0]?.textContent]).to.deep.equal([true, 'Custom']);
  });

  it('switches automatic refresh, and keeps the interval that a page has set', async () => {
    const { timeframe, auto, toolbar } = await setUp();
    timeframe.refresh = '1m';
    await timeframe.updateComplete;
    await toolbar.updateComplete;
    expect(auto.getAttribute('aria-checked')).to.equal('true');
    auto.click();
    await toolbar.updateComplete;
    expect([timeframe.state.refresh, auto.getAttribute('aria-checked')]).to.deep.equal([null, 'false']);
    auto.click();
    await nextFrame();
    expect(timeframe.state.refresh).to.equal(60_000);
  });

  it('says how often, and shows what a page has set', async () => {
    const { timeframe, every, auto, toolbar } = await setUp();
    const shown = (): string | undefined => every.selectedOptions[0]?.textContent?.trim();
    expect(Array.from(every.options, ({ textContent }) => textContent.trim())).to.deep.equal([
      'Off',
      'Auto',
      '10 s',
      '30 s',
      '1 min',
      '5 min',
      'Live',
    ]);
    expect(shown()).to.equal('Off');
    for (const [value, text] of [
      ['live', 'Live'],
      ['10s', '10 s'],
      ['auto', 'Auto'],
    ] as const) {
      choose(every, value);
      await toolbar.updateComplete;
      expect([timeframe.state.refreshText, shown()]).to.deep.equal([value, text]);
      expect(auto.getAttribute('aria-checked')).to.equal('true');
    }
    auto.click();
    await toolbar.updateComplete;
    expect(shown()).to.equal('Off');
    auto.click();
    await toolbar.updateComplete;
    expect(shown()).to.equal('Auto');
    timeframe.refresh = '45s';
    await timeframe.updateComplete;
    await toolbar.updateComplete;
    expect(shown()).to.equal('45 s');
  });

  it('shows the range of now after a choice from the menu was undone', async () => {
    const { timeframe, range, toolbar } = await setUp();
    for (const choice of ['3h', '1h', '3h']) {
      choose(range, choice);
      await toolbar.updateComplete;
    }
    timeframe.store.request({ type: 'back' });
    await toolbar.updateComplete;
    expect(range.selectedOptions[0]?.textContent).to.equal('Last hour');
  });

  it('knows each range of its menu again', async () => {
    const { timeframe, range, toolbar } = await setUp();
    for (const { value, text } of [...range.options].filter((option) => option.value !== 'custom')) {
      timeframe.range = value;
      timeframe.from = timeframe.to = null;
      await toolbar.updateComplete;
      await until(() => timeframe.state.relative);
      choose(range, value);
      await toolbar.updateComplete;
      expect(range.selectedOptions[0]?.textContent).to.equal(text);
    }
  });
});
