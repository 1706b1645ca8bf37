import { expect } from '@open-wc/testing';
import { labelSet, type FrameRequest } from '../../src/core/index.js';
import { answerTo, drawnPage, inside, nextEvent, page, part, TestSource, textOf, until } from './support.js';

const broken = (request: FrameRequest, patch: object): unknown => ({ ...answerTo(request), ...patch });

/** What others reject by is not always an error. */
const rejecting = (reason: unknown) => (): Promise<never> => Promise.reject(reason);

/** What a source may answer in place of data, and what the chart says of it. */
const NONSENSE: Readonly<Record<string, readonly [answer: (request: FrameRequest) => unknown, words: RegExp]>> = {
  'times that do not ascend': [
    (request) => broken(request, { times: answerTo(request).times.slice().reverse() }),
    /do not ascend/,
  ],
  'ragged columns': [(request) => broken(request, { times: answerTo(request).times.slice(1) }), /give one for each/],
  'infinite values': [(request) => answerTo(request, { value: () => Infinity }), /infinite/],
  'a wrong unit': [
    (request) => broken(request, { series: [{ ...answerTo(request).series[0], unit: 'milliseconds' }] }),
    /"milliseconds"; the contract wants "requests"/,
  ],
  'an HTML page': [() => '<!doctype html><html><body>Log in</body></html>', /HTML page/],
  'an error without words': [
    () => {
      throw new Error('');
    },
    /failed without saying why/,
  ],
  'a rejection by nothing': [rejecting(undefined), /failed without saying why/],
  'a rejection that is no text': [rejecting(Object.create(null)), /failed without saying why/],
  'a rejection by words alone': [rejecting({ message: 'the quota is used up' }), /quota is used up/],
  nothing: [() => null, /The source has no metric "requests"/],
  undefined: [() => undefined, /nothing came back/],
  'a number': [() => 7, /"7" came back/],
  'a response that nobody read': [() => new Response(''), /Response came back/],
  'a frame of nothing': [() => ({ kind: 'series' }), /cannot be drawn/],
  'a label that is no text': [
    (request) => broken(request, { series: [{ ...answerTo(request).series[0], labels: { status: 200 } }] }),
    /not a text/,
  ],
  'the same series twice': [
    (request) => {
      const [one] = answerTo(request).series;
      return broken(request, { series: [one, { ...one, labels: labelSet(Object.entries(one?.labels ?? {})) }] });
    },
    /came twice/,
  ],
};

describe('an answer that cannot be drawn', () => {
  for (const [name, [answer, words]] of Object.entries(NONSENSE)) {
    it(`gets words in the chart and an event: ${name}`, async () => {
      const source = new TestSource((request) => (request.metric === 'requests' ? answer(request) : answerTo(request)));
      const { requests, latency } = await page(source);
      const told = nextEvent<{ error: Error }>(requests, 'ie-error');
      await until(() => inside(requests, '.message .error'));
      expect((await told).detail.error.message).to.match(words);
      expect(part(requests, '.message .error').textContent).to.match(words);
      await until(() => latency.frames.length > 0);
      expect(inside(latency, '.message')).to.equal(null);
    });
  }

  it('leaves the last good data in the chart', async () => {
    const { requests, source, timeframe } = await drawnPage();
    const frame = requests.frames[0];
    for (const [answer, words] of Object.values(NONSENSE)) {
      source.answer = answer;
      const told = nextEvent(requests, 'ie-error');
      timeframe.store.request({ type: 'refresh' });
      await told;
      await until(() => words.test(inside(requests, '.strip')?.textContent ?? ''));
      expect(requests.frames[0]).to.equal(frame);
    }
  });
});

describe('a source that misbehaves', () => {
  it('throws what is no error', async () => {
    const { requests } = await page(
      new TestSource(() => {
        throw 'just a text';
      }),
    );
    await until(() => textOf(requests).includes('just a text'));
  });

  it('throws before it makes a promise', async () => {
    const { requests, timeframe } = await page();
    timeframe.source = () => {
      throw new Error('at once');
    };
    await until(() => textOf(requests).includes('at once'));
  });

  it('answers late: an older answer never replaces a newer one', async () => {
    const { requests, source, timeframe } = await drawnPage();
    let answerOld = (): void => {};
    source.answer = (request) =>
      new Promise((resolve) => {
        answerOld = () => resolve(answerTo(request, { names: ['200'], value: () => 1 }));
      });
    timeframe.range = '2026-06-02T10:00:00Z/2026-06-02T11:00:00Z';
    timeframe.from = timeframe.to = null;
    await until(() => source.requests.some(({ range }) => range.from === Date.parse('2026-06-02T10:00:00Z')));
    source.answer = (request) => answerTo(request, { names: ['200'], value: () => 2 });
    timeframe.range = '2026-06-03T10:00:00Z/2026-06-03T11:00:00Z';
    const values = () =>
      requests.frames.flatMap((frame) => (frame.kind === 'series' ? [...(frame.series[0]?.values ?? [])] : []));
    await until(() => values().every((value) => value === 2));
    answerOld();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(new Set(values())).to.deep.equal(new Set([2]));
  });

  it('is no source at all', async () => {
    const { requests, timeframe } = await page();
    const told = nextEvent<{ error: Error }>(timeframe, 'ie-error');
    Reflect.set(timeframe, 'source', 'https://example.org');
    expect((await told).detail.error.message).to.contain('string is not a source');
    await until(() => textOf(requests).includes('is not a source'));
  });
});

describe('a setting that is not understood', () => {
  const BAD: Readonly<Record<string, readonly [value: string, words: string]>> = {
    range: ['yesterdayish', '"yesterdayish" is not a range'],
    refresh: ['often', '"often"'],
    timezone: ['Mars/Olympus', '"Mars/Olympus" is not a time zone'],
    from: ['the dawn of time', '"the dawn of time" is not a time'],
  };
  for (const [name, [value, words]] of Object.entries(BAD)) {
    it(`is told on the charts and by an event, and the one before holds: ${name}`, async () => {
      const { requests, timeframe } = await drawnPage();
      const range = requests.visibleRange;
      const told = nextEvent<{ error: Error }>(timeframe, 'ie-error');
      if (name === 'range') for (const end of ['from', 'to']) timeframe.removeAttribute(end);
      timeframe.setAttribute(name, value);
      expect((await told).detail.error.message).to.contain(words);
      await until(() => textOf(requests).includes(words));
      expect(requests.visibleRange).to.deep.equal(range);
      expect(requests.frames).to.have.length(1);
    });
  }

  it('is forgotten once it is mended', async () => {
    const { requests, timeframe } = await drawnPage();
    timeframe.timezone = 'Mars/Olympus';
    await until(() => textOf(requests).includes('is not a time zone'));
    timeframe.timezone = 'Europe/Paris';
    await until(() => !textOf(requests).includes('is not a time zone'));
    expect(timeframe.state.timezone).to.equal('Europe/Paris');
  });
});
