import { expect, html } from '@open-wc/testing';
import type { Toolbar } from '../../src/elements/index.js';
import { drawnPage, HOUR, nextFrame, TestSource, until } from './support.js';

async function setUp() {
  const source = new TestSource();
  source.replicas = ['alpha', 'beta'];
  const made = await drawnPage(source, html`<ie-toolbar></ie-toolbar>`);
  const toolbar = made.timeframe.querySelector<Toolbar>('ie-toolbar');
  const range = toolbar?.shadowRoot?.querySelector<HTMLButtonElement>('[part=range-button]');
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

/** Chooses from the panel of ranges, which the first press loads. */
async function chooseRange(button: HTMLButtonElement, label: string): Promise<void> {
  button.click();
  await until(() => button.parentElement?.querySelector('.panel:popover-open'));
  const items = [...(button.parentElement?.querySelectorAll<HTMLButtonElement>('.presets button') ?? [])];
  items.find((item) => item.textContent?.trim() === label)?.click();
}

/** What the button says beside its hidden name. */
const named = (button: HTMLButtonElement): string => (button.textContent ?? '').replace('Range', '').trim();

describe('the toolbar', () => {
  it('sets the range of all charts from its menu, and goes back', async () => {
    const { timeframe, requests, latency, range, back, toolbar } = await setUp();
    expect(named(range)).to.equal('Custom');
    expect(back.disabled).to.equal(true);
    await chooseRange(range, 'Last 6 h');
    await toolbar.updateComplete;
    expect([timeframe.state.rangeText, named(range)]).to.deep.equal(['6h', 'Last 6 h']);
    expect(requests.visibleRange).to.deep.equal(latency.visibleRange);
    expect(back.disabled).to.equal(false);
    back.click();
    await toolbar.updateComplete;
    expect(requests.visibleRange).to.deep.equal(HOUR);
    expect([back.disabled, named(range)]).to.deep.equal([true, 'Custom']);
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
    for (const choice of ['Last 3 h', 'Last hour', 'Last 3 h']) {
      await chooseRange(range, choice);
      await toolbar.updateComplete;
    }
    timeframe.store.request({ type: 'back' });
    await toolbar.updateComplete;
    expect(named(range)).to.equal('Last hour');
  });

  it('opens its panel by a press that comes before the one that has brought it is over', async () => {
    const { range } = await setUp();
    const panel = (): HTMLElement | null => range.parentElement?.querySelector<HTMLElement>('.panel') ?? null;
    const brought = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        panel()?.hidePopover();
        range.click();
        resolve();
      }).observe(range.parentElement ?? range, { childList: true });
    });
    range.click();
    await brought;
    await until(() => panel()?.matches(':popover-open'));
  });

  it('knows each range of its panel again, and marks it there', async () => {
    const { timeframe, range, toolbar } = await setUp();
    range.click();
    await until(() => range.parentElement?.querySelector('.panel:popover-open'));
    const labels = [...(range.parentElement?.querySelectorAll('.presets button') ?? [])].map((item) =>
      item.textContent?.trim(),
    );
    expect([labels[0], labels[11], ...labels.slice(-3)]).to.deep.equal([
      'Last 5 min',
      'Last 30 d',
      'Today',
      'Yesterday',
      'This week',
    ]);
    range.parentElement?.querySelector<HTMLElement>('.panel')?.hidePopover();
    for (const label of labels) {
      await chooseRange(range, label ?? '');
      await toolbar.updateComplete;
      expect(named(range)).to.equal(label);
      expect(timeframe.state.relative).to.equal(true);
    }
    range.click();
    await until(() => range.parentElement?.querySelector('.panel:popover-open'));
    expect(range.parentElement?.querySelector('[aria-current]:not(td)')?.textContent?.trim()).to.equal('This week');
  });
});
