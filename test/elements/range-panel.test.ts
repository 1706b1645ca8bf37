import { expect, html } from '@open-wc/testing';
import type { Toolbar } from '../../src/elements/index.js';
import { holdKey, sendKeys, sendMouse } from '../support/commands.js';
import { drawnPage, HOUR, nextFrame, part, until, type Page } from './support.js';

interface PanelPage extends Page {
  readonly toolbar: Toolbar;
  readonly panel: HTMLElement;
  readonly button: HTMLButtonElement;
}

const field = (panel: Element, name: string): HTMLInputElement => {
  const found = panel.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(`The panel has no field ${name}`);
  return found;
};
const values = (panel: Element): string[] => ['text', 'from', 'to'].map((name) => field(panel, name).value);
const isOpen = (panel: Element): boolean => panel.matches(':popover-open');
const press = (key: string): Promise<void> => sendKeys({ press: key });

/** A page whose panel was opened by the keyboard. */
async function opened(): Promise<PanelPage> {
  const made = await drawnPage(undefined, html`<ie-toolbar></ie-toolbar>`);
  const toolbar = made.timeframe.querySelector('ie-toolbar');
  if (!toolbar) throw new Error('There is no toolbar');
  const button = part<HTMLButtonElement>(toolbar, '[part=range-button]');
  button.focus();
  await press('Enter');
  await until(() => toolbar.shadowRoot?.querySelector('.panel:popover-open'));
  await until(() => toolbar.shadowRoot?.activeElement?.localName === 'input');
  return { ...made, toolbar, panel: part(toolbar, '.panel'), button };
}

/** Writes into the field that has the focus, over what stands there. */
async function write(panel: Element, name: string, text: string): Promise<void> {
  field(panel, name).select();
  if (text) await sendKeys({ type: text });
  else await press('Backspace');
}

const focused = (panel: Element): string => {
  const root = panel.getRootNode();
  return (root instanceof ShadowRoot && root.activeElement?.getAttribute('aria-label')?.replace(',', '')) || '';
};
const selected = (panel: Element): (string | undefined)[] =>
  [...panel.querySelectorAll('[aria-selected=true]')].map((cell) => cell.getAttribute('aria-label')?.replace(',', ''));

describe('the panel of ranges', () => {
  it('shows what is shown, and takes a text', async () => {
    const { panel, timeframe, button, toolbar } = await opened();
    expect(values(panel)).to.deep.equal(['', '2026-06-01 10:00:00', '2026-06-01 11:00:00']);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await write(panel, 'text', 'last 90 minutes');
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state.rangeText).to.equal('90m');
    await toolbar.updateComplete;
    expect(button.textContent).to.contain('Last 90 min');
    expect(toolbar.shadowRoot?.activeElement).to.equal(button);
  });

  it('closes where its toolbar goes to another time frame, and then shows that one', async () => {
    const { panel, timeframe, toolbar } = await opened();
    const other = document.createElement('ie-timeframe');
    other.range = '6h';
    timeframe.after(other);
    toolbar.timeframeElement = other;
    await toolbar.updateComplete;
    expect(isOpen(panel)).to.equal(false);
    await press('Enter');
    await until(() => isOpen(panel));
    expect(values(panel)[0]).to.equal('6h');
  });

  it('gives its presets to the arrow keys', async () => {
    const { panel, timeframe, toolbar } = await opened();
    const at = (): string => toolbar.shadowRoot?.activeElement?.textContent?.trim() ?? '';
    const walk: [key: string, label: string][] = [
      ['ArrowDown', 'Last 5 min'],
      ['ArrowRight', 'Last 15 min'],
      ['ArrowUp', 'Last 5 min'],
      ['ArrowLeft', 'This week'],
      ['ArrowDown', 'Last 5 min'],
      ['End', 'This week'],
      ['Home', 'Last 5 min'],
      ['ArrowDown', 'Last 15 min'],
    ];
    for (const [key, label] of walk) {
      await press(key);
      expect(at(), key).to.equal(label);
    }
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state.rangeText).to.equal('15m');
  });

  it('chooses what the range is compared with, at once, by keys', async () => {
    const { panel, timeframe, toolbar } = await opened();
    const choice = (): HTMLSelectElement => {
      const found = panel.querySelector('select');
      if (!found) throw new Error('There is no choice of a comparison');
      return found;
    };
    // Where a browser opens its own list for arrows, that is out of reach of a test: there the choice is only told.
    const take = async (compare: string): Promise<void> => {
      const key =
        choice().selectedIndex < [...choice().options].findIndex(({ value }) => value === compare) ? 'Down' : 'Up';
      for (let count = 0; count < 3 && timeframe.state.compare !== compare; count++) {
        await press(`Arrow${key}`);
        await nextFrame();
      }
      if (timeframe.state.compare === compare) return;
      choice().value = compare;
      choice().dispatchEvent(new Event('change', { bubbles: true }));
    };
    expect([...choice().options].map(({ label }) => label.trim())).to.deep.equal([
      'Nothing',
      'The period before',
      'The day before',
      'The week before',
    ]);
    choice().focus();
    await take('1d');
    await until(() => timeframe.state.compare === '1d');
    expect([choice().value, isOpen(panel), timeframe.getState().compare]).to.deep.equal(['1d', true, '1d']);
    expect(toolbar.shadowRoot?.activeElement).to.equal(choice());
    timeframe.setState({ compare: '6h' });
    await press('Escape');
    await until(() => !isOpen(panel));
    await press('Enter');
    await until(() => isOpen(panel));
    expect(choice().selectedOptions[0]?.label.trim()).to.equal('6 h earlier');
    choice().focus();
    await take('');
    await until(() => timeframe.state.compare === '');
  });

  it('says what it did not understand, and where', async () => {
    const { panel, timeframe } = await opened();
    await write(panel, 'text', '90 fortnights');
    expect(panel.querySelector('[role=alert]')?.textContent).to.equal('');
    await press('Enter');
    const text = field(panel, 'text');
    await until(() => text.getAttribute('aria-invalid') === 'true');
    expect(panel.querySelector('[role=alert]')?.textContent).to.equal(
      '"fortnights" is no unit of time; write s, min, h, d or w',
    );
    expect(text.getAttribute('aria-describedby')).to.equal(panel.querySelector('[role=alert]')?.id);
    expect(text.value.slice(text.selectionStart ?? 0, text.selectionEnd ?? 0)).to.equal('fortnights');
    expect(timeframe.state.range).to.deep.equal(HOUR);
    await write(panel, 'text', '3h');
    expect(text.getAttribute('aria-invalid')).to.equal('false');
  });

  it('takes two times down to the second', async () => {
    const { panel, timeframe } = await opened();
    await write(panel, 'from', '2026-06-01 10:20:05');
    await write(panel, 'to', '10:20:45');
    expect(panel.querySelector('[role=status]')?.textContent).to.contain('10:20:05');
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state.rangeText).to.equal('2026-06-01T10:20:05Z/2026-06-01T10:20:45Z');
  });

  it('takes a day that goes on with the clock', async () => {
    const { panel, timeframe } = await opened();
    await write(panel, 'from', 'now-1d/d');
    await write(panel, 'to', 'now');
    expect(panel.querySelector('[role=status]')?.textContent).to.contain('goes on with the clock');
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state.rangeText).to.equal('now-1d/d');
  });

  it('says which of the two times is wrong', async () => {
    const { panel } = await opened();
    await write(panel, 'to', '2026-06-31 10:00');
    await press('Enter');
    await until(() => field(panel, 'to').getAttribute('aria-invalid') === 'true');
    expect(field(panel, 'from').getAttribute('aria-invalid')).to.equal('false');
    expect(panel.querySelector('[role=alert]')?.textContent).to.contain('There is no day "2026-06-31"');
    await write(panel, 'from', 'sometime');
    await press('Enter');
    await until(() => field(panel, 'from').getAttribute('aria-invalid') === 'true');
  });

  it('shows the times of a text while it is written', async () => {
    const { panel } = await opened();
    await write(panel, 'text', '2026-05-10');
    expect(values(panel).slice(1)).to.deep.equal(['2026-05-10 00:00:00', '2026-05-11 00:00:00']);
    expect(selected(panel)).to.deep.equal(['Sunday 10 May 2026']);
    await write(panel, 'from', '2026-05-09');
    expect(values(panel)[0]).to.equal('');
  });

  it('says whether a range goes on with the clock, and takes one that does from a moment on', async () => {
    const { panel, timeframe, button, toolbar } = await opened();
    const status = (): string => panel.querySelector('[role=status]')?.textContent ?? '';
    expect(status()).to.match(/\(1 h\)$/);
    await write(panel, 'text', '2 h ago to 1 h ago');
    expect(status()).to.match(/\(1 h\), goes on with the clock$/);
    await write(panel, 'text', 'since 2026-06-01 10:10');
    expect(status()).to.match(/^1 Jun(?: 2026)?, 10:10.*, goes on with the clock$/);
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state).to.deep.include({ rangeText: '2026-06-01T10:10Z/now', relative: true });
    await toolbar.updateComplete;
    expect(button.title).to.match(/^1 Jun, 10:10/);
    button.click();
    await until(() => isOpen(panel));
    expect(values(panel).slice(0, 2)).to.deep.equal(['since 2026-06-01 10:10:00', '2026-06-01 10:10:00']);
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state.rangeText).to.equal('2026-06-01T10:10Z/now');
  });

  it('has the year of a range that is of another one, in the panel and at its button', async () => {
    const { panel, timeframe, button, toolbar } = await opened();
    await write(panel, 'text', '2025-05-10');
    expect(panel.querySelector('[role=status]')?.textContent).to.match(/^10 May 2025, 00:00/);
    await press('Enter');
    await until(() => !isOpen(panel));
    await toolbar.updateComplete;
    expect(button.title).to.match(/^10 May 2025, 00:00/);
    timeframe.home();
    await toolbar.updateComplete;
    expect(button.title).to.match(/^1 Jun, 10:00/);
  });

  it('is closed by Escape, and the button has the focus again', async () => {
    const { panel, button, toolbar } = await opened();
    await press('Escape');
    await until(() => !isOpen(panel));
    expect(toolbar.shadowRoot?.activeElement).to.equal(button);
    await until(() => button.getAttribute('aria-expanded') === 'false');
  });

  it('opens and closes by its button', async () => {
    const { panel, button } = await opened();
    const { x, y, width, height } = button.getBoundingClientRect();
    const click = (): Promise<void> =>
      sendMouse({ type: 'click', position: [x + width / 2, y + height / 2].map(Math.round) as [number, number] });
    await click();
    await until(() => !isOpen(panel));
    await click();
    await until(() => isOpen(panel));
  });

  it('offers ranges that were used before, but none of the menu', async () => {
    const { panel, timeframe, button, toolbar } = await opened();
    // What remembers them comes with the buttons.
    await until(() => toolbar.shadowRoot?.querySelector('.steps button'));
    for (const text of ['90m', '6h', '2026-06-01T10:20Z/2026-06-01T10:30Z', '45m'])
      timeframe.store.request({ type: 'range', text });
    await press('Escape');
    await until(() => !isOpen(panel));
    button.click();
    await until(() => isOpen(panel));
    const offered = [...panel.querySelectorAll<HTMLButtonElement>('li button')];
    expect(offered.map(({ textContent }) => textContent?.trim().replace(/\s/g, ' '))).to.deep.equal([
      '1 Jun, 10:20–10:30 (10 min)',
      'Last 90 min',
      '1 Jun, 10:00–11:00 (1 h)',
    ]);
    offered[1]?.click();
    expect(timeframe.state.rangeText).to.equal('90m');
    expect(isOpen(panel)).to.equal(false);
  });
});

describe('the calendar', () => {
  const toGrid = async (panel: Element): Promise<void> => {
    panel.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    expect(focused(panel)).to.equal('Monday 1 June 2026');
  };

  it('is walked by the keys of a grid', async () => {
    const { panel } = await opened();
    await toGrid(panel);
    const walk: [key: string, day: string][] = [
      ['ArrowRight', 'Tuesday 2 June 2026'],
      ['ArrowDown', 'Tuesday 9 June 2026'],
      ['ArrowLeft', 'Monday 8 June 2026'],
      ['ArrowUp', 'Monday 1 June 2026'],
      ['ArrowUp', 'Monday 25 May 2026'],
      ['End', 'Sunday 31 May 2026'],
      ['Home', 'Monday 25 May 2026'],
      ['PageDown', 'Thursday 25 June 2026'],
      ['PageUp', 'Monday 25 May 2026'],
      ['Shift+PageUp', 'Sunday 25 May 2025'],
      ['Shift+PageDown', 'Monday 25 May 2026'],
    ];
    for (const [key, day] of walk) {
      if (key.startsWith('Shift+')) {
        await holdKey('Shift', true);
        await press(key.slice(6));
        await holdKey('Shift', false);
      } else await press(key);
      expect(focused(panel), key).to.equal(day);
    }
    expect(panel.querySelector('#month')?.textContent).to.equal('May 2026');
    expect(panel.querySelectorAll('td[tabindex="0"]')).to.have.length(1);
    expect(panel.querySelector('td')?.textContent?.trim()).to.equal('27');
  });

  it('chooses a day, then all days up to another, and the times can be changed after', async () => {
    const { panel, timeframe } = await opened();
    await toGrid(panel);
    await press('PageUp');
    await press('Enter');
    expect(values(panel)).to.deep.equal(['', '2026-05-01 00:00:00', '2026-05-02 00:00:00']);
    await press('ArrowRight');
    await press('ArrowRight');
    await press(' ');
    expect(values(panel)).to.deep.equal(['', '2026-05-01 00:00:00', '2026-05-04 00:00:00']);
    expect(selected(panel)).to.deep.equal(['Friday 1 May 2026', 'Saturday 2 May 2026', 'Sunday 3 May 2026']);
    await write(panel, 'from', '2026-05-01 06:30:15');
    await press('Enter');
    await until(() => !isOpen(panel));
    expect(timeframe.state.rangeText).to.equal('2026-05-01T06:30:15Z/2026-05-04T00:00Z');
  });

  it('takes a press on a day, and on the month before', async () => {
    const { panel } = await opened();
    panel.querySelector<HTMLButtonElement>('.month button')?.click();
    expect(panel.querySelector('#month')?.textContent).to.equal('May 2026');
    const day = [...panel.querySelectorAll<HTMLElement>('td')].find((cell) =>
      /^Sunday,? 10 May 2026$/.test(cell.ariaLabel ?? ''),
    );
    day?.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = day?.getBoundingClientRect() ?? new DOMRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    expect(values(panel)).to.deep.equal(['', '2026-05-10 00:00:00', '2026-05-11 00:00:00']);
  });

  it('begins its weeks and names its days as the language does, in the zone of the time frame', async () => {
    const { panel, timeframe, button } = await opened();
    for (const [locale, timezone, weekday, month, text] of [
      ['de', 'Asia/Kolkata', 'Montag', 'Juni 2026', '2026-06-01 15:30:00'],
      ['ja', 'Asia/Kolkata', '日曜日', '2026年6月', '2026-06-01 15:30:00'],
      ['en-US', 'America/New_York', 'Sunday', 'June 2026', '2026-06-01 06:00:00'],
    ] as const) {
      await press('Escape');
      await until(() => !isOpen(panel));
      Object.assign(timeframe, { locale, timezone });
      expect(timeframe.state.locale).to.equal(locale);
      button.click();
      await until(() => isOpen(panel));
      expect(panel.querySelector('th')?.getAttribute('abbr')).to.equal(weekday);
      expect(panel.querySelector('#month')?.textContent).to.equal(month);
      expect(field(panel, 'from').value).to.equal(text);
      expect(panel.textContent).to.contain(timezone);
    }
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in ${scheme}, with the panel around it, also when something is wrong`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.body.style.background = scheme === 'dark' ? '#0f1115' : '#f9fafc';
      const { panel, toolbar } = await opened();
      await expect(toolbar).to.be.accessible();
      await write(panel, 'text', 'nonsense');
      await press('Enter');
      await until(() => field(panel, 'text').getAttribute('aria-invalid') === 'true');
      await expect(toolbar).to.be.accessible();
      document.documentElement.style.colorScheme = document.body.style.background = '';
    });
  }
});
