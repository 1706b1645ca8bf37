import { expect, html } from '@open-wc/testing';
import { answerTo, canvasOf, drawnPage, inside, nextFrame, part, TestSource, until, type Chart } from './support.js';

const keys = (chart: Chart): HTMLButtonElement[] => [
  ...(chart.shadowRoot?.querySelectorAll<HTMLButtonElement>('.key') ?? []),
];

/** How many pixels of a chart's canvas have this colour. */
function count(chart: Chart, [red, green, blue]: readonly [number, number, number]): number {
  const canvas = canvasOf(chart);
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let found = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) found++;
  return found;
}

const BLUE = [78, 128, 238] as const;
const RED = [200, 50, 43] as const;

describe('the legend', () => {
  before(() => (document.documentElement.style.colorScheme = 'light'));
  after(() => (document.documentElement.style.colorScheme = ''));

  it('toggles a series off and on again, on the canvas and in words', async () => {
    const { requests } = await drawnPage();
    const [first] = keys(requests);
    await until(() => count(requests, BLUE) > 100);
    first?.click();
    await until(() => count(requests, BLUE) === 0);
    expect(first?.getAttribute('aria-pressed')).to.equal('false');
    expect(count(requests, RED)).to.be.greaterThan(0);
    first?.click();
    await until(() => count(requests, BLUE) > 100);
    expect(first?.getAttribute('aria-pressed')).to.equal('true');
  });

  it('shows lines as they are drawn: whole, dashed or dotted', async () => {
    const { latency } = await drawnPage();
    const lines = keys(latency).map((key) => key.querySelector('.swatch'));
    expect(lines.map((line) => line && getComputedStyle(line).borderTopStyle)).to.deep.equal([
      'solid',
      'dashed',
      'dotted',
      'solid',
    ]);
  });

  it('keeps its toggles through new data and a zoom', async () => {
    const { requests, timeframe } = await drawnPage();
    keys(requests)[0]?.click();
    await until(() => count(requests, BLUE) === 0);
    timeframe.store.request({ type: 'refresh' });
    const { from } = timeframe.state.range;
    timeframe.store.request({ type: 'zoom', range: { from, to: from + 1_200_000 } });
    await until(() => requests.frames.some(({ range }) => range.to === from + 1_200_000));
    await nextFrame();
    await nextFrame();
    expect(count(requests, BLUE)).to.equal(0);
    expect(keys(requests)[0]?.getAttribute('aria-pressed')).to.equal('false');
  });

  it('splits by status code with the switch, which changes no attribute', async () => {
    const { requests } = await drawnPage();
    const toggle = part<HTMLButtonElement>(requests, '.switch');
    expect(toggle.getAttribute('aria-checked')).to.equal('false');
    toggle.click();
    await requests.updateComplete;
    expect(keys(requests).map(({ textContent }) => textContent?.trim())).to.deep.equal(['200', '302', '404', '500']);
    expect([requests.details, requests.hasAttribute('details')]).to.deep.equal([true, false]);
    expect(toggle.getAttribute('aria-checked')).to.equal('true');
  });
});

describe('the values in the header of latency', () => {
  it('come from a query over the whole range, not from the steps', async () => {
    const source = new TestSource((request) =>
      answerTo(request, { value: request.step === null ? (_, nth) => [1.25, 0.5, 0.25, 0.125][nth] ?? 0 : () => 9 }),
    );
    const { latency } = await drawnPage(source);
    const values = (): string[] =>
      [...(latency.shadowRoot?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent ?? '');
    await until(() => values()[0] !== '–');
    expect(values().map((text) => text.replace(/\s/, ' '))).to.deep.equal(['1.25 s', '500 ms', '250 ms', '125 ms']);
    expect([...(latency.shadowRoot?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent)).to.deep.equal(
      ['P99', 'P95', 'P90', 'Median'],
    );
  });

  it('hold their place with a dash until they are known', async () => {
    const source = new TestSource((request) => (request.step === null ? new Promise(() => {}) : answerTo(request)));
    const { latency } = await drawnPage(source);
    expect(part(latency, 'dl').textContent?.match(/–/g)).to.have.length(4);
    expect(inside(latency, '.message')).to.equal(null);
  });

  it('are those of the range that is shown: a dash while another one is asked, and where it fails', async () => {
    const { latency, source, timeframe } = await drawnPage();
    const values = (): string => part(latency, 'dl').textContent?.replace(/[^–\d]/g, '') ?? '';
    const dashes = (): boolean => (part(latency, 'dl').textContent?.match(/–/g) ?? []).length === 4;
    await until(() => !values().includes('–'));
    let fail = (): void => {};
    const gate = new Promise<void>((_, reject) => (fail = () => reject(new Error('It sleeps'))));
    source.answer = () => gate;
    timeframe.store.request({ type: 'range', text: '6h' });
    await until(dashes);
    expect(latency.frames.length).to.equal(2);
    fail();
    await until(() => inside(latency, '.strip'));
    expect(dashes()).to.equal(true);
  });

  it('stay, under the word of their age, where a refresh of all of the chart fails', async () => {
    const { latency, source, timeframe } = await drawnPage();
    await until(() => !/–/.test(part(latency, 'dl').textContent ?? '–'));
    const before = part(latency, 'dl').textContent;
    source.answer = (request) => {
      if (request.step === null) throw new Error('It sleeps');
      return answerTo(request);
    };
    timeframe.store.request({ type: 'refresh' });
    // Nothing else would say that they are old.
    await until(() => /–/.test(part(latency, 'dl').textContent ?? ''));
    source.answer = (request) => answerTo(request);
    timeframe.store.request({ type: 'refresh' });
    await until(() => !/–/.test(part(latency, 'dl').textContent ?? '–'));
    source.answer = () => {
      throw new Error('It sleeps');
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => inside(latency, '.strip'));
    expect(part(latency, 'dl').textContent).to.equal(before);
  });
});

describe('a card', () => {
  for (const width of [1268, 380]) {
    it(`has its header, its plot and its legend in their places, ${width} pixels wide`, async () => {
      const { timeframe, requests, latency } = await drawnPage(undefined, html`<ie-stat of="2xx"></ie-stat>`);
      const stat = timeframe.querySelector('ie-stat');
      if (!stat) throw new Error('No number');
      timeframe.parentElement?.style.setProperty('width', `${width}px`);
      await until(() => canvasOf(requests)?.getBoundingClientRect().width === part(requests, '.plot').clientWidth);
      const box = (selector: string, chart: Element = requests): DOMRect =>
        part(chart, selector).getBoundingClientRect();
      const [card, header, title, plot] = [box('.card'), box('header'), box('h3'), box('.plot')];
      expect(card.width).to.equal(width);
      // A header with values has a second line where it is narrow.
      for (const chart of width > 420 ? [requests, latency] : [requests])
        expect(box('header', chart).height).to.be.closeTo(48, 0.5);
      expect((title.top + title.bottom) / 2).to.be.closeTo((header.top + header.bottom) / 2, 1);

      for (const room of [plot.left - card.left, card.right - plot.right, plot.top - header.bottom])
        expect(room).to.be.within(12, 17);
      // What nearly lines up does: the title, the plot below it and the number above.
      expect(title.left).to.be.closeTo(plot.left, 0.5);
      expect(title.left).to.be.closeTo(box('dt', stat).left, 0.5);

      const line = keys(requests).map((key) => key.getBoundingClientRect());
      expect(new Set(line.map(({ top }) => top)).size).to.equal(1);
      expect(((line[0]?.left ?? 0) + (line.at(-1)?.right ?? 0)) / 2).to.be.closeTo((plot.left + plot.right) / 2, 1);
      expect((line[0]?.top ?? 0) - plot.bottom).to.be.within(0, 12);
      expect(card.bottom - (line[0]?.bottom ?? 0)).to.be.within(4, 16);

      expect(getComputedStyle(part(requests, 'h3')).fontWeight).to.equal('600');
      for (const one of [part(requests, '.card'), part(stat, 'dl')]) {
        const { borderTopLeftRadius, borderBottomRightRadius, borderTopWidth } = getComputedStyle(one);
        expect([borderTopLeftRadius, borderBottomRightRadius, borderTopWidth]).to.deep.equal(['8px', '8px', '1px']);
      }
    });
  }

  it('has the values of its header on one line at any width, beside the title or below it', async () => {
    const { timeframe, latency } = await drawnPage();
    const values = [...(latency.shadowRoot?.querySelectorAll('dd') ?? [])];
    await until(() => values.every(({ textContent }) => textContent !== '–'));
    for (let width = 320; width <= 640; width += 10) {
      timeframe.parentElement?.style.setProperty('width', `${width}px`);
      expect(new Set(values.map((value) => value.getBoundingClientRect().top)).size, `at ${width}`).to.equal(1);
    }
  });
});
