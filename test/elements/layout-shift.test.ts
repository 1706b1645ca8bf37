import { expect } from '@open-wc/testing';
import { answerTo, drawn, nextFrame, page, part, TestSource, until, type Chart } from './support.js';

/** What must not move when data arrive. */
const rects = (chart: Chart): string =>
  [chart, ...['.card', 'header', '.plot', 'ul'].map((selector) => part(chart, selector))]
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height].join();
    })
    .join('\n');

const shifts = (): { seen: PerformanceEntry[]; stop: () => void } => {
  const seen: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return {
    seen,
    stop: () => {
      seen.push(...observer.takeRecords());
      observer.disconnect();
    },
  };
};

const supported = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

describe('when data arrive', () => {
  it('nothing moves', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const source = new TestSource(async (request) => {
      await gate;
      return answerTo(request);
    });
    const { requests, latency } = await page(source);
    await until(() => source.requests.length > 2);
    await nextFrame();
    await nextFrame();
    const before = [rects(requests), rects(latency)];
    const watched = supported ? shifts() : null;
    open();
    await drawn(requests, latency);
    await nextFrame();
    await nextFrame();
    watched?.stop();
    expect([rects(requests), rects(latency)]).to.deep.equal(before);
    expect(watched?.seen ?? []).to.deep.equal([]);
  });

  it('a shift would be seen', async function () {
    if (!supported) this.skip();
    const { requests, timeframe } = await page();
    await drawn(requests);
    const watched = shifts();
    const pusher = document.createElement('div');
    pusher.style.height = '80px';
    timeframe.prepend(pusher);
    await until(() => watched.seen.length > 0);
    watched.stop();
  });
});
