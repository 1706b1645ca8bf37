import { expect } from '@open-wc/testing';
import {
  answerTo,
  canvasOf,
  drawn,
  drawnPage,
  inside,
  nextEvent,
  nextFrame,
  page,
  part,
  TestSource,
  textOf,
  until,
} from './support.js';

/** A promise whose end the test decides. */
function pending() {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

const busy = (chart: Element): string | null => part(chart, '.plot').getAttribute('aria-busy');

/** How many pixels are those of bars of successful requests. */
function blue(chart: Element): number {
  const canvas = canvasOf(chart);
  const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === 0x4e && data[i + 1] === 0x80 && data[i + 2] === 0xee) count++;
  return count;
}

describe('the states of a chart', () => {
  it('is busy while it loads, and not after', async () => {
    const gate = pending();
    const source = new TestSource(async (request) => {
      await gate.promise;
      return answerTo(request);
    });
    const { requests } = await page(source);
    await until(() => busy(requests) === 'true');
    expect(inside(requests, 'canvas')).to.equal(null);
    gate.resolve();
    await drawn(requests);
    expect(busy(requests)).to.equal('false');
  });

  it('keeps its old data, busy, while new ones are asked', async () => {
    const { requests, source, timeframe } = await drawnPage();
    const gate = pending();
    source.answer = async (request) => {
      await gate.promise;
      return answerTo(request);
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => busy(requests) === 'true');
    expect(requests.frames).to.have.length(1);
    expect(part(requests, '.plot').className).to.equal('plot');
    gate.resolve();
    await until(() => busy(requests) === 'false');
  });

  it('says that there is no data, with the axes still there', async () => {
    const { requests } = await drawnPage(new TestSource((request) => answerTo(request, { names: [] })));
    await until(() => textOf(requests).includes('No data in this range'));
    const { latency } = await drawnPage(new TestSource((request) => answerTo(request, { value: () => NaN })));
    await until(() => inside(latency, '.message'));
    expect(part(latency, '.message').textContent).to.contain('No data in this range');
    expect(inside(latency, '.canvas canvas')).to.not.equal(null);
  });

  it('goes on saying so while a refresh asks, and says nothing of a range that is not answered', async () => {
    const { requests, source, timeframe } = await drawnPage(
      new TestSource((request) => answerTo(request, { names: [] })),
    );
    const says = (): boolean => textOf(requests).includes('No data in this range');
    await until(says);
    const gate = pending();
    source.answer = async () => {
      await gate.promise;
      throw new Error('It sleeps');
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => busy(requests) === 'true');
    await nextFrame();
    expect(says()).to.equal(true);
    timeframe.store.request({ type: 'range', text: '6h' });
    await until(() => !says());
    gate.resolve();
    await until(() => inside(requests, '.strip'));
    expect(says()).to.equal(false);
  });

  it('says why the first query failed, tells it by an event, and tries again by a button', async () => {
    const source = new TestSource(() => {
      throw new Error('The endpoint sleeps');
    });
    const { requests, timeframe } = await page(source);
    const { detail, bubbles, composed } = await nextEvent<{ error: Error }>(timeframe, 'ie-error');
    expect([detail.error.message, bubbles, composed]).to.deep.equal(['The endpoint sleeps', true, true]);
    await until(() => inside(requests, '.message .error'));
    expect(part(requests, '.message .error').textContent).to.contain('The endpoint sleeps');
    source.answer = (request) => answerTo(request);
    part<HTMLButtonElement>(requests, '.message button').click();
    await drawn(requests);
    await until(() => inside(requests, '.message') === null);
  });

  it('keeps the last good data after an error, marked stale with their age', async () => {
    const { requests, source, timeframe } = await drawnPage();
    const frame = requests.frames[0];
    source.answer = () => {
      throw new Error('503 from the proxy');
    };
    const told = nextEvent<{ error: Error }>(requests, 'ie-error');
    timeframe.store.request({ type: 'refresh' });
    expect((await told).detail.error.message).to.equal('503 from the proxy');
    await until(() => inside(requests, '.strip'));
    expect(part(requests, '.strip').textContent).to.match(/Stale, \d+ s old.*503 from the proxy/);
    expect(part(requests, '.plot').classList.contains('stale')).to.equal(true);
    expect(getComputedStyle(part(requests, '.canvas')).opacity).to.equal('0.6');
    expect(requests.frames[0]).to.equal(frame);
    source.answer = (request) => answerTo(request);
    part<HTMLButtonElement>(requests, '.strip button').click();
    await until(() => inside(requests, '.strip') === null);
  });

  it('says the age and the next try first, in a strip that wraps, and an error of all its parts once', async () => {
    const { latency, source, timeframe } = await drawnPage();
    latency.style.width = '340px';
    timeframe.setAttribute('refresh', '30s');
    const { height } = latency.getBoundingClientRect();
    source.answer = () => {
      throw new Error('502 Bad Gateway from prometheus-prod-03.internal:9090');
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => inside(latency, '.strip'));
    const words = part(latency, '.strip span');
    expect(words.textContent).to.match(/^Stale, \d+ s old; next try at \d\d:\d\d:\d\d\. 502 Bad Gateway/);
    expect(words.clientHeight).to.be.above(30);
    expect([words.scrollWidth <= words.clientWidth, words.scrollHeight <= words.clientHeight + 1]).to.deep.equal([
      true,
      true,
    ]);
    expect(textOf(latency).match(/502 Bad Gateway/g)).to.have.length(1);
    expect(latency.getBoundingClientRect().height).to.equal(height);
  });

  it('shows nothing of a source before this one, where this one fails or there is none', async () => {
    const { requests, timeframe } = await drawnPage();
    await until(() => blue(requests) > 1000);
    timeframe.source = new TestSource(() => {
      throw new Error('The other endpoint sleeps');
    });
    await until(() => textOf(requests).includes('The other endpoint sleeps'));
    await until(() => blue(requests) === 0);
    expect(requests.toCSV()).to.match(/^# step: .*\ntime[^\n]*\n$/);
    timeframe.source = new TestSource();
    await until(() => blue(requests) > 1000);
    timeframe.source = null;
    await until(() => textOf(requests).includes('No source of data'));
    await until(() => blue(requests) === 0);
    expect(textOf(requests)).not.to.contain('Last data');
  });

  it('lets the others go on when one fails', async () => {
    const source = new TestSource((request) => {
      if (request.metric === 'requests') throw new Error('no such metric');
      return answerTo(request);
    });
    const { requests, latency } = await page(source);
    await drawn(latency);
    await until(() => inside(requests, '.message .error'));
    expect(textOf(latency)).to.not.contain('no such metric');
    expect(latency.frames.length).to.be.greaterThan(0);
  });

  it('names what is missing, and shows the rest: three quantiles of four', async () => {
    const source = new TestSource((request) =>
      request.metric === 'latency' ? answerTo(request, { names: ['0.99', '0.95', '0.5'] }) : answerTo(request),
    );
    const { latency } = await drawnPage(source);
    await until(() => inside(latency, '.notice'));
    expect(part(latency, '.notice').textContent).to.equal('The source gave no P90.');
    expect(latency.shadowRoot?.querySelectorAll('.key')).to.have.length(3);
  });

  it('needs a time frame, and then a source, and says so', async () => {
    const alone = document.createElement('ie-requests-chart');
    document.body.append(alone);
    await alone.updateComplete;
    expect(textOf(alone)).to.contain('needs an <ie-timeframe>');
    alone.timeframe = 'b';
    await alone.updateComplete;
    expect(textOf(alone)).to.contain('There is no <ie-timeframe> with the id "b".');
    alone.remove();
    const { requests, timeframe } = await page();
    timeframe.source = null;
    await requests.updateComplete;
    await until(() => textOf(requests).includes('No source of data yet'));
    // Whatever it is that the page has forgotten.
    for (const name of ['source', 'url', 'prometheus', 'openmetrics']) expect(textOf(requests)).to.contain(name);
  });
});
