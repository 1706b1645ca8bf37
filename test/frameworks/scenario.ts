import { expect } from '@open-wc/testing';
import type { FrameRequest, SourceFunction, TimeRange } from '../../src/core/index.js';
import type { IeEvent } from '../../src/elements/index.js';
import '../../src/elements/index.js';
import { abilities, countObjects } from '../support/commands.js';
import { watchConsole } from './console-watch.js';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 0, 1, 12);

/** What the page's component hands to the elements; what is absent is not set at all. */
export interface PageProps {
  readonly range?: string | TimeRange;
  readonly replicas?: readonly string[];
  readonly timezone?: string;
  readonly details?: boolean;
  readonly quantiles?: readonly number[];
  readonly heading?: string;
  readonly source?: SourceFunction;
  readonly onRangeChange: (event: IeEvent<'ie-range-change'>) => void;
  readonly onData: (event: IeEvent<'ie-data'>) => void;
  readonly onError: (event: IeEvent<'ie-error'>) => void;
}

/** A component on the page: a time frame with a toolbar, a chart of requests and one of latencies. */
export interface MountedPage {
  render(props: PageProps): Promise<void>;
  unmount(): void;
}

export type Mount = (host: HTMLElement, props: PageProps) => Promise<MountedPage>;

/** Rows for each series that the charts ask for, and what was asked. */
function recordingSource(heard: () => void) {
  const asked: FrameRequest[] = [];
  const source: SourceFunction = (request) => {
    asked.push(request);
    heard();
    const { range, step, metric, quantiles = [] } = request;
    const names = metric === 'requests' ? ['200', '404', '503'] : quantiles.map(String);
    const width = step ?? range.to - range.from;
    const times = Array.from({ length: (range.to - range.from) / width }, (_, i) => range.from + i * width);
    return Object.fromEntries(names.map((name, i) => [name, times.map((time) => [time, i + 1])]));
  };
  return { source, asked };
}

function parts(host: HTMLElement) {
  const timeframe = host.querySelector('ie-timeframe');
  const requests = host.querySelector('ie-requests-chart');
  const latency = host.querySelector('ie-latency-chart');
  if (!timeframe || !requests || !latency) throw new Error('the page lacks an element');
  return { timeframe, requests, latency };
}

async function openPage(mount: Mount, more: Partial<PageProps> = {}) {
  const host = document.body.appendChild(document.createElement('div'));
  let heard = (): void => undefined;
  /** Waits until something was heard or asked that makes it true. */
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      heard = () => {
        if (holds()) resolve();
      };
      heard();
    });
  const { source, asked } = recordingSource(() => heard());
  const ranges: TimeRange[] = [];
  const shown = new Set<EventTarget | null>();
  const errors: string[] = [];
  /** New arrays and objects each time, as a component's function makes them. */
  const props = (): PageProps => ({
    range: { from: NOON, to: NOON + HOUR },
    replicas: ['replica-1', 'replica-2'],
    timezone: 'UTC',
    details: true,
    quantiles: [0.99, 0.5],
    heading: 'Answers',
    source,
    onRangeChange: ({ detail }) => void ranges.push(detail.range),
    onData: ({ target }) => {
      shown.add(target);
      heard();
    },
    onError: ({ detail }) => {
      errors.push(detail.error.message);
      heard();
    },
    ...more,
  });
  const page = await mount(host, props());
  const close = (): void => {
    page.unmount();
    host.remove();
  };
  const bothShown = (): Promise<void> => until(() => shown.size === 2);
  return { host, page, props, asked, ranges, shown, errors, until, bothShown, close, ...parts(host) };
}

/** What must hold in a framework's page, whichever it is. */
export function describesFramework(name: string, mount: Mount): void {
  describe(`a page in ${name}`, function () {
    let told: ReturnType<typeof watchConsole>;
    beforeEach(() => {
      told = watchConsole();
    });
    afterEach(() => {
      expect(told.stop(), 'on the console').to.deep.equal([]);
    });

    it('hands strings, booleans, arrays, objects and a function to the elements', async () => {
      const { asked, bothShown, timeframe, requests, latency, close } = await openPage(mount);
      await bothShown();
      expect(timeframe.range).to.equal('2026-01-01T12:00Z/2026-01-01T13:00Z');
      expect(timeframe.state.replicas).to.deep.equal(['replica-1', 'replica-2']);
      expect(timeframe.state.timezone).to.equal('UTC');
      expect(requests.details).to.equal(true);
      expect(requests.renderRoot.querySelector('h3')?.textContent.trim()).to.equal('Answers');
      expect(latency.quantiles).to.deep.equal([0.99, 0.5]);
      expect(new Set(asked.map(({ metric }) => metric))).to.deep.equal(new Set(['requests', 'latency']));
      expect(asked.every(({ replicas }) => replicas?.join() === 'replica-1,replica-2')).to.equal(true);
      close();
    });

    it('hears of data, of another range and of an error', async () => {
      const { bothShown, until, ranges, errors, timeframe, page, props, close } = await openPage(mount);
      await bothShown();
      timeframe.store.request({ type: 'zoom', range: { from: NOON, to: NOON + HOUR / 2 } });
      expect(ranges.at(-1)).to.deep.equal({ from: NOON, to: NOON + HOUR / 2 });
      await page.render({ ...props(), range: 'yesteryear' });
      expect(errors.join()).to.contain('yesteryear');
      const broken: SourceFunction = () => Promise.reject(new Error('the gateway is down'));
      await page.render({ ...props(), source: broken });
      await until(() => errors.includes('the gateway is down'));
      close();
    });

    it('keeps a zoom through a render with equal properties, and asks nothing again', async () => {
      const { asked, shown, bothShown, ranges, timeframe, page, props, close } = await openPage(mount);
      await bothShown();
      const zoomed = { from: NOON + HOUR / 4, to: NOON + HOUR / 2 };
      timeframe.store.request({ type: 'zoom', range: zoomed });
      shown.clear();
      await bothShown();
      const before = { state: timeframe.state, asked: asked.length, ranges: ranges.length };
      for (let again = 0; again < 3; again++) await page.render(props());
      const { requests } = parts(timeframe.parentElement ?? timeframe);
      await requests.updateComplete;
      expect(timeframe.state).to.equal(before.state);
      expect(timeframe.state.range).to.deep.equal(zoomed);
      expect([asked.length, ranges.length]).to.deep.equal([before.asked, before.ranges]);
      await page.render({ ...props(), range: { from: NOON - HOUR, to: NOON } });
      expect(timeframe.state.range).to.deep.equal({ from: NOON - HOUR, to: NOON });
      close();
    });

    it('falls back to the defaults when properties are no longer set', async () => {
      const { asked, bothShown, until, errors, timeframe, requests, page, props, close } = await openPage(mount);
      await bothShown();
      const { source, onData, onError, onRangeChange } = props();
      if (!source) throw new Error('no source');
      await page.render({ source, onData, onError, onRangeChange });
      await until(() => asked.at(-1)?.quantiles?.length === 4 || asked.at(-2)?.quantiles?.length === 4);
      expect([timeframe.state.rangeText, timeframe.state.replicas]).to.deep.equal(['1h', null]);
      await requests.updateComplete;
      expect(requests.renderRoot.querySelector('[role=switch]')?.ariaChecked).to.equal('false');
      expect(requests.renderRoot.querySelector('h3')?.textContent.trim()).not.to.equal('Answers');
      expect(errors).to.deep.equal([]);
      close();
    });

    it('leaves nothing when it goes', async function () {
      this.timeout(120_000);
      if (!(await abilities()).devtools) this.skip();
      const living = async (): Promise<number[]> => [
        await countObjects('HTMLCanvasElement'),
        await countObjects('ResizeObserver'),
      ];
      // The first page loads what is loaded once.
      for (let round = 0; round < 2; round++) {
        const { bothShown, close } = await openPage(mount);
        await bothShown();
        close();
      }
      const before = await living();
      const { bothShown, asked, host, close } = await openPage(mount);
      await bothShown();
      const during = await living();
      close();
      const questions = asked.length;
      expect(host.childElementCount).to.equal(0);
      expect(during[0]).to.be.greaterThan(before[0] ?? NaN);
      // What waits for a frame holds its chart until then.
      let left = await living();
      for (let frames = 0; frames < 60 && left.join() !== before.join(); frames++) {
        await new Promise(requestAnimationFrame);
        left = await living();
      }
      expect(left).to.deep.equal(before);
      expect(asked.length).to.equal(questions);
    });
  });
}
