import { expect, fixture, html } from '@open-wc/testing';
import { doubleClick, holdKey, resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import { button, choose, focused, interceptFiles, isOpen, named, open } from './chart-menu.js';
import { answerTo, drawnPage, inside, nextFrame, part, TestSource, until, type Chart } from './support.js';

describe('the menu of a chart', () => {
  afterEach(() => resetMouse());

  it('opens by pointer, and closes by a press outside', async () => {
    const { requests } = await drawnPage();
    expect(button(requests).ariaExpanded).to.equal('false');
    const { left, top } = button(requests).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 10), Math.round(top + 10)] });
    await until(() => isOpen(requests));
    await until(() => button(requests).ariaExpanded === 'true');
    const box = part(requests, '.menu').getBoundingClientRect();
    expect(box.top).to.be.at.least(top);
    expect(box.right).to.be.at.most(innerWidth);
    await sendMouse({ type: 'click', position: [5, 5] });
    await until(() => !isOpen(requests));
    await until(() => button(requests).ariaExpanded === 'false');
  });

  it('works by keys alone: open, around, by letter, Escape gives the focus back', async () => {
    const { requests } = await drawnPage();
    button(requests).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(requests));
    expect(focused(requests)).to.equal('View as table');
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(requests)).to.equal('Open alone');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(requests)).to.equal('View as table');
    await sendKeys({ press: 's' });
    expect(focused(requests)).to.equal('Save as CSV');
    await sendKeys({ press: 's' });
    expect(focused(requests)).to.equal('Save as PNG');
    await sendKeys({ press: 'Home' });
    expect(focused(requests)).to.equal('View as table');
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(requests));
    expect(requests.shadowRoot?.activeElement === button(requests)).to.equal(true);
    await sendKeys({ press: 'ArrowUp' });
    await until(() => isOpen(requests));
    expect(focused(requests)).to.equal('Open alone');
  });

  it('saves the CSV under a name of title and time', async () => {
    const { requests } = await drawnPage();
    const { files, end } = interceptFiles();
    try {
      await choose(requests, 'Save as CSV');
    } finally {
      end();
    }
    expect(files.map(({ name }) => name)).to.deep.equal(['http-requests-2026-06-01T10-00-00Z.csv']);
    const blob = await files[0]?.blob;
    expect(blob?.type).to.contain('text/csv');
    expect(await blob?.text()).to.equal(requests.toCSV());
  });

  it('saves the picture', async () => {
    const { latency } = await drawnPage();
    const { files, end } = interceptFiles();
    try {
      await choose(latency, 'Save as PNG');
      await until(() => files.length > 0);
    } finally {
      end();
    }
    expect(files[0]?.name).to.equal('latency-distribution-2026-06-01T10-00-00Z.png');
    expect((await files[0]?.blob)?.type).to.equal('image/png');
    await until(() => !isOpen(latency));
  });

  it('copies the CSV and says so, or says that it could not', async () => {
    const { requests } = await drawnPage();
    const { clipboard } = navigator;
    const written: string[] = [];
    const own = clipboard.writeText;
    clipboard.writeText = async (text) => void written.push(text);
    try {
      await choose(requests, 'Copy as CSV');
      await until(() => part(requests, '.menu [role=status]').textContent === 'Copied');
      expect(written).to.deep.equal([requests.toCSV()]);
      clipboard.writeText = async () => {
        throw new Error('not allowed');
      };
      named(requests, 'Copy as CSV').click();
      await until(() => part(requests, '.menu [role=status]').textContent?.includes('does not allow'));
    } finally {
      clipboard.writeText = own;
    }
  });

  it('opens the chart alone, larger and with its time frame, and puts it back', async () => {
    const { timeframe, requests } = await drawnPage();
    const { width, height } = part(requests, '.card').getBoundingClientRect();
    await choose(requests, 'Open alone');
    await until(() => inside<HTMLDialogElement>(requests, 'dialog')?.open);
    expect(part(requests, '.card').getBoundingClientRect().height).to.be.greaterThan(height);
    expect(requests.getBoundingClientRect().height, 'its place on the page').to.be.closeTo(height, 1);
    const { from } = timeframe.state.range;
    timeframe.store.request({ type: 'zoom', range: { from, to: from + 1_200_000 } });
    await until(() => requests.frames.some(({ range }) => range.to === from + 1_200_000));
    await sendKeys({ press: 'Escape' });
    await until(() => !inside(requests, 'dialog'));
    await nextFrame();
    const after = part(requests, '.card').getBoundingClientRect();
    expect([after.width, after.height]).to.deep.equal([width, height]);
    await choose(requests, 'Open alone');
    part<HTMLButtonElement>(requests, 'dialog .close').click();
    expect(inside(requests, 'dialog') === null).to.equal(true);
    expect(requests.shadowRoot?.activeElement === button(requests)).to.equal(true);
  });

  it('leaves nothing behind when the chart goes while it is alone and a table', async () => {
    const { requests, timeframe } = await drawnPage();
    await choose(requests, 'View as table');
    await choose(requests, 'Open alone');
    requests.remove();
    const left = ['dialog', '.menu', '.table'].filter((selector) => inside(requests, selector));
    expect(left).to.deep.equal([]);
    expect(part(requests, '.card').parentNode === requests.shadowRoot).to.equal(true);
    timeframe.append(requests);
    await until(() => inside(requests, '[part=menu-button]'));
    await choose(requests, 'View as table');
    expect(inside(requests, '.table') === null).to.equal(false);
  });

  it('closes when its place on the page is hidden, and the page can be used', async () => {
    const { requests, timeframe } = await drawnPage();
    await choose(requests, 'Open alone');
    await until(() => inside<HTMLDialogElement>(requests, 'dialog')?.open);
    timeframe.hidden = true;
    await until(() => !inside(requests, 'dialog'));
    timeframe.hidden = false;
    const { left, top } = button(requests).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 10), Math.round(top + 10)] });
    await until(() => isOpen(requests));
  });
});

describe('the table of a chart', () => {
  const rows = (chart: Chart): string[][] =>
    [...(chart.shadowRoot?.querySelectorAll('.table tbody tr') ?? [])].map((row) =>
      [...row.children].map(({ textContent }) => textContent ?? ''),
    );

  it('stands in place of the plot, pages its rows, and follows the legend and the range', async () => {
    const source = new TestSource((request) => answerTo(request, { value: (time, nth) => time / 60_000 + nth }));
    const { timeframe, requests } = await drawnPage(source);
    const before = requests.getBoundingClientRect().height;
    await choose(requests, 'View as table');
    expect(requests.getBoundingClientRect().height).to.equal(before);
    expect(getComputedStyle(part(requests, '.plot')).visibility).to.equal('hidden');
    const heads = (): string[] =>
      [...(requests.shadowRoot?.querySelectorAll('.table thead th') ?? [])].map(({ textContent }) => textContent ?? '');
    expect(heads()).to.deep.equal(['Time', '2XX', '3XX', '4XX', '5XX']);
    expect(part(requests, '.table caption').textContent?.trim()).to.match(/^requests \/ 1 min/);
    expect(part(requests, '.table caption').getBoundingClientRect().height).to.be.above(10);
    expect(rows(requests)).to.have.length(50);
    expect(rows(requests)[0]?.[0]).to.equal('1 Jun, 10:00');
    const pager = (label: string): HTMLButtonElement => part(requests, `.table [aria-label="${label}"]`);
    expect(part(requests, '.table nav').textContent?.replace(/\s+/g, ' ')).to.contain('1 – 50 of 60');
    expect(pager('Page before').ariaDisabled).to.equal('true');
    pager('Next page').click();
    expect(rows(requests)).to.have.length(10);
    expect(rows(requests)[0]?.[0]).to.equal('1 Jun, 10:50');
    expect(pager('Next page').ariaDisabled).to.equal('true');
    pager('First page').click();
    part<HTMLButtonElement>(requests, '.key').click();
    await until(() => heads().join() === 'Time,3XX,4XX,5XX');
    const { from } = timeframe.state.range;
    timeframe.store.request({ type: 'zoom', range: { from, to: from + 600_000 } });
    await until(() => /10:00:\d\d/.test(rows(requests)[1]?.[0] ?? ''));
    await choose(requests, 'View as chart');
    expect(inside(requests, '.table') === null).to.equal(true);
    expect(getComputedStyle(part(requests, '.plot')).visibility).to.equal('visible');
  });

  it('keeps its pager inside a narrow card, with numbers of any length', async () => {
    const source = new TestSource((request) => {
      const times = Float64Array.from({ length: 12_000 }, (_, i) => request.range.from + i * 300);
      const values = times.map(() => 1);
      const answer = answerTo(request);
      return { ...answer, step: 300, times, series: answer.series.map((one) => ({ ...one, values })) };
    });
    const { requests } = await drawnPage(source);
    requests.style.width = '280px';
    await choose(requests, 'View as table');
    await until(() => rows(requests).length > 0);
    part<HTMLButtonElement>(requests, '.table [aria-label="Last page"]').click();
    await nextFrame();
    const room = part(requests, '.table').getBoundingClientRect();
    for (const item of part(requests, '.table nav').children) {
      const box = item.getBoundingClientRect();
      expect(box.left, item.textContent ?? '').to.be.at.least(room.left);
      expect(box.right, item.textContent ?? '').to.be.at.most(room.right);
    }
  });

  it('says that there are no data', async () => {
    const source = new TestSource((request) => ({ ...answerTo(request), times: new Float64Array(), series: [] }));
    const { requests } = await drawnPage(source);
    await choose(requests, 'View as table');
    expect(part(requests, '.table').textContent).to.contain('No data in this range.');
  });
});

describe('the legend', () => {
  const pressed = (chart: Chart): string =>
    [...(chart.shadowRoot?.querySelectorAll('.key') ?? [])].map((key) => (key.ariaPressed === 'true' ? 1 : 0)).join('');
  const key = (chart: Chart, nth: number): HTMLButtonElement => {
    const found = chart.shadowRoot?.querySelectorAll<HTMLButtonElement>('.key')[nth];
    if (!found) throw new Error('No such key');
    return found;
  };

  it('shows one alone by double-click, and all by another', async () => {
    const { requests } = await drawnPage();
    const twice = async (): Promise<void> => {
      const { left, top, width, height } = key(requests, 1).getBoundingClientRect();
      await doubleClick({ x: left + width / 2, y: top + height / 2 });
      await requests.updateComplete;
    };
    await twice();
    expect(pressed(requests)).to.equal('0100');
    await twice();
    expect(pressed(requests)).to.equal('1111');
  });

  for (const modifier of ['Alt', 'Shift']) {
    it(`does the same by ${modifier}+Enter, and toggles by Enter`, async () => {
      const { requests } = await drawnPage();
      key(requests, 2).focus();
      await sendKeys({ press: 'Enter' });
      await requests.updateComplete;
      expect(pressed(requests)).to.equal('1101');
      await holdKey(modifier, true);
      await sendKeys({ press: 'Enter' });
      await holdKey(modifier, false);
      await requests.updateComplete;
      expect(pressed(requests)).to.equal('0010');
      await holdKey(modifier, true);
      await sendKeys({ press: 'Enter' });
      await holdKey(modifier, false);
      await requests.updateComplete;
      expect(pressed(requests)).to.equal('1111');
    });
  }

  it('shows least, mean, highest and last value on demand, of finished steps', async () => {
    // The last step still fills: it is no least value.
    const source = new TestSource((request) =>
      answerTo(request, {
        value: (time) => (time >= request.range.to - 60_000 ? 1 : time === request.range.from ? 30 : 10),
      }),
    );
    const { requests, latency } = await drawnPage(source);
    const texts = (chart: Chart): string[] =>
      [...(key(chart, 0).parentElement?.querySelectorAll('.statistic') ?? [])].map(
        ({ textContent }) => textContent?.replace(/\s/g, ' ') ?? '',
      );
    expect(texts(requests)).to.deep.equal([]);
    await choose(requests, 'Values in legend');
    await until(() => texts(requests).length > 0);
    expect(texts(requests)).to.deep.equal(['Min 10', 'Mean 10.3', 'Max 30', 'Last 10']);
    expect(requests.hasAttribute('legend-values')).to.equal(false);
    await open(requests);
    expect(named(requests, 'Values in legend').ariaChecked).to.equal('true');
    named(requests, 'Values in legend').click();
    await until(() => texts(requests).length === 0);
    latency.setAttribute('legend-values', '');
    await until(() => texts(latency).length > 0);
    expect(texts(latency)[1], 'percentiles are never averaged').to.equal('Mean –');
  });
});

describe('the help of a chart', () => {
  it('stands behind a mark only where there is any, opens by key, and closes by Escape', async () => {
    const { requests, latency } = await drawnPage();
    expect(inside(requests, '.help') === null).to.equal(true);
    requests.help = 'What a request is';
    await requests.updateComplete;
    const mark = part<HTMLButtonElement>(requests, '.help');
    mark.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => part(requests, '#help').matches(':popover-open'));
    expect(part(requests, '#help').textContent).to.equal('What a request is');
    const box = part(requests, '#help').getBoundingClientRect();
    expect(Math.abs(box.left - mark.getBoundingClientRect().left)).to.be.at.most(30);
    await sendKeys({ press: 'Escape' });
    await until(() => !part(requests, '#help').matches(':popover-open'));
    expect(inside(latency, '.help') === null).to.equal(true);
  });

  it('may come in the slot', async () => {
    const chart = await fixture<Chart>(
      html`<ie-requests-chart
        ><p slot="help">More <b>words</b></p></ie-requests-chart
      >`,
    );
    expect(inside(chart, '.help') === null).to.equal(false);
  });

  it('is there at once where a chart has one of its own', async () => {
    const { timeframe } = await drawnPage(undefined, html`<ie-pending-chart></ie-pending-chart>`);
    const pending = timeframe.querySelector('ie-pending-chart');
    if (!pending) throw new Error('There is no chart');
    expect(part(pending, '#help').textContent).to.contain('without a status');
  });
});

describe('a range without data', () => {
  it('offers the last data that the chart has seen', async () => {
    const source = new TestSource((request) =>
      answerTo(request, { value: (time) => (time < Date.parse('2026-06-01T10:30:00Z') ? 5 : Number.NaN) }),
    );
    const { timeframe, requests } = await drawnPage(source);
    const { from } = timeframe.state.range;
    timeframe.store.request({ type: 'zoom', range: { from: from + 2_400_000, to: from + 3_000_000 } });
    await until(() => inside(requests, '.message .action'));
    part<HTMLButtonElement>(requests, '.message .action').click();
    await until(() => !inside(requests, '.message'));
    expect(timeframe.state.range.to).to.equal(Date.parse('2026-06-01T10:30:00Z'));
    expect(timeframe.state.range.to - timeframe.state.range.from).to.be.within(600_000, 660_000);
  });

  it('offers nothing where there never were any', async () => {
    const { requests } = await drawnPage(new TestSource((request) => answerTo(request, { value: () => Number.NaN })));
    await until(() => inside(requests, '.message'));
    await nextFrame();
    expect(inside(requests, '.message .action') === null).to.equal(true);
  });
});
