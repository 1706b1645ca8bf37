import { expect } from '@open-wc/testing';
import { answerTo, canvasOf, drawnPage, page, TestSource, until, type Chart } from './support.js';

/** The picture as pixels. */
async function decode(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('No canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** How many pixels between two rows have this colour. */
function count({ data, width }: ImageData, color: readonly [number, number, number], from: number, to: number): number {
  let found = 0;
  for (let i = from * width * 4; i < to * width * 4; i += 4)
    if (data[i] === color[0] && data[i + 1] === color[1] && data[i + 2] === color[2]) found++;
  return found;
}

const CARD = [255, 255, 255] as const;
const BLUE = [78, 128, 238] as const;
const lines = (chart: Chart): string[][] =>
  chart
    .toCSV()
    .trim()
    .split('\n')
    .map((line) => line.split(','));

describe('toCSV', () => {
  it('gives all steps of the frame, with times in UTC, whatever the zone, the language and the legend', async () => {
    const { timeframe, requests } = await drawnPage();
    timeframe.timezone = 'Asia/Kolkata';
    timeframe.locale = 'de';
    requests.shadowRoot?.querySelector<HTMLButtonElement>('.key')?.click();
    await requests.updateComplete;
    const [step, head, first, ...others] = lines(requests);
    const [frame] = requests.frames;
    if (frame?.kind !== 'series') throw new Error('No series');
    expect(step).to.deep.equal([`# step: ${(frame.step ?? 0) / 1000} s`]);
    expect(head).to.deep.equal(['time', '2XX', '3XX', '4XX', '5XX']);
    expect(first).to.deep.equal([
      new Date(frame.times[0] ?? 0).toISOString(),
      ...frame.series.map(({ values }) => String(values[0])),
    ]);
    expect(others).to.have.length(frame.times.length - 1);
  });

  it('begins with the range, though a line comes in from before it', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    const [frame] = latency.frames;
    if (frame?.kind !== 'series') throw new Error('No series');
    const { from, to } = timeframe.state.range;
    expect(frame.times[0]).to.be.lessThan(from);
    for (const chart of [requests, latency]) {
      const [, , first, ...others] = lines(chart);
      expect(first?.[0], chart.localName).to.equal(new Date(from).toISOString());
      expect(Date.parse(others.at(-1)?.[0] ?? ''), chart.localName).to.be.lessThan(to);
    }
  });

  it('gives the whole frame while a part of it is shown', async () => {
    const { timeframe, requests, source } = await drawnPage();
    const all = lines(requests).length;
    source.answer = () => new Promise(() => {});
    const { from } = timeframe.state.range;
    timeframe.store.request({ type: 'zoom', range: { from, to: from + 600_000 } });
    await until(() => requests.visibleRange?.to === from + 600_000);
    expect(lines(requests)).to.have.length(all);
  });

  it('defuses and quotes the names of a hostile server', async () => {
    const names = ['=cmd|x', '-5', 'a"b,c'];
    const { requests } = await drawnPage(new TestSource((request) => answerTo(request, { names })));
    requests.details = true;
    await requests.updateComplete;
    const head = requests.toCSV().split('\n')[1] ?? '';
    expect(head.startsWith('time,')).to.equal(true);
    expect(head)
      .to.contain(`,'=cmd|x`)
      .and.contain(`"a""b,c"`)
      .and.match(/,-5(,|$)/);
  });

  it('gives times of the zone that is named, and refuses one that is unknown', async () => {
    const { requests } = await drawnPage();
    const utc = requests.toCSV().split('\n')[2]?.split(',')[0] ?? '';
    const there = requests.toCSV('Asia/Kolkata').split('\n')[2]?.split(',')[0] ?? '';
    expect(there).to.match(/\+05:30$/);
    expect(Date.parse(there)).to.equal(Date.parse(utc));
    expect(() => requests.toCSV('Mars/Olympus')).to.throw(RangeError);
  });

  it('has a head without a time frame', async () => {
    const alone = document.createElement('ie-latency-chart');
    expect(alone.toCSV()).to.match(/^# step: 0 s\ntime/);
  });
});

describe('toPNG', () => {
  before(() => (document.documentElement.style.colorScheme = 'light'));
  after(() => (document.documentElement.style.colorScheme = ''));

  it('is a picture in twice the size, with something above, in and below the plot', async () => {
    const { requests } = await drawnPage();
    const blob = await requests.toPNG();
    expect(blob.type).to.equal('image/png');
    const image = await decode(blob);
    const { clientWidth, clientHeight } = canvasOf(requests) ?? { clientWidth: 0, clientHeight: 0 };
    expect(image.width).to.equal(2 * (clientWidth + 32));
    expect(image.height).to.be.greaterThan(2 * (clientHeight + 60));
    const top = 2 * (16 + 39 + 8);
    const bottom = top + 2 * clientHeight;
    const drawn = (from: number, to: number): number => image.width * (to - from) - count(image, CARD, from, to);
    expect(drawn(0, top - 20), 'title and time range').to.be.greaterThan(500);
    expect(count(image, BLUE, top, bottom), 'bars').to.be.greaterThan(1000);
    expect(count(image, BLUE, bottom, image.height), 'legend').to.be.greaterThan(100);
  });

  it('stands on the ground of its card wherever nothing is drawn', async () => {
    const { requests, latency } = await drawnPage();
    for (const chart of [requests, latency]) {
      const image = await decode(await chart.toPNG());
      const clear = image.data.filter((value, i) => i % 4 === 3 && value < 255).length;
      expect(clear, chart.localName).to.equal(0);
      const card = count(image, CARD, 0, image.height);
      expect(card / (image.width * image.height), chart.localName).to.be.greaterThan(0.5);
    }
  });

  it('shows what the chart shows: a mark that is switched off is on no picture', async () => {
    const { requests } = await drawnPage();
    requests.shadowRoot?.querySelector<HTMLButtonElement>('.key')?.click();
    await requests.updateComplete;
    await until(() => requests.shadowRoot?.querySelector('[aria-pressed=false]'));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const image = await decode(await requests.toPNG());
    expect(count(image, BLUE, 0, image.height)).to.equal(0);
  });

  it('is as sharp as its size: twice the pixels are no doubled pixels', async () => {
    const { latency } = await drawnPage();
    const { data, width, height } = await decode(await latency.toPNG());
    let differing = 0;
    for (let y = 0; y < height; y += 2)
      for (let x = 0; x < width; x += 2) {
        const i = (y * width + x) * 4;
        if (data[i] !== data[i + 4] || data[i] !== data[i + width * 4]) differing++;
      }
    expect(differing).to.be.greaterThan(1000);
  });

  it('leaves the chart on the page as it was', async () => {
    const { requests } = await drawnPage();
    const pixels = (): string => canvasOf(requests)?.toDataURL() ?? '';
    const before = pixels();
    await requests.toPNG();
    expect(pixels()).to.equal(before);
    const { timeframe } = { timeframe: requests.parentElement };
    expect(timeframe).to.not.equal(null);
    requests.shadowRoot?.querySelector<HTMLButtonElement>('.key')?.click();
    await until(() => pixels() !== before);
  });

  it('rejects in words before there is anything', async () => {
    const { requests } = await page(new TestSource(() => new Promise(() => {})));
    let words = '';
    await requests.toPNG().catch((reason: unknown) => (words = String(reason)));
    expect(words).to.contain('Nothing is drawn yet');
  });
});
