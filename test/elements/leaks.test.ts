import { expect } from '@open-wc/testing';
import { abilities, countObjects, heapCounters } from '../support/commands.js';
import { takeCensus } from './census.js';
import { EverySource, forget, mountAnalytics, mountEverything } from './every-element.js';
import { drawn, FROM, HOUR, inside, nextFrame, part, TestSource, TO, until } from './support.js';

const MOUNTS = 200;
/** What browser and runner open on their own, such as the timers of commands, is less than one for ten mounts. */
const NOISE = MOUNTS / 10;
const TOGETHER = 20;
/** Of a page with everything on it: what each of so few leaves behind is seen as well. */
const PAGES = 5;

const source = new TestSource();

/** Menu, table and the chart alone, all open at the end. */
async function useTools(chart: Element | undefined): Promise<void> {
  if (!chart) return;
  part(chart, '[part=menu-button]').click();
  await until(() => inside(chart, '.menu [role=menuitem]'));
  part(chart, '.menu [role=menuitem]').click();
  part(chart, '.menu [role=menuitem]:last-child').click();
}

/** A page as a portal has it: shown, drawn, pointed at, zoomed, taken away. */
async function mount(): Promise<void> {
  const timeframe = document.createElement('ie-timeframe');
  timeframe.from = FROM;
  timeframe.to = TO;
  timeframe.refresh = '30s';
  timeframe.source = source;
  const charts = [document.createElement('ie-requests-chart'), document.createElement('ie-latency-chart')];
  timeframe.append(document.createElement('ie-toolbar'), ...charts);
  document.body.append(timeframe);
  await drawn(...charts);
  timeframe.store.cursor.move(HOUR.from + 600_000, null);
  timeframe.store.request({ type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 1_200_000 } });
  await nextFrame();
  await useTools(charts[0]);
  timeframe.remove();
  source.requests.length = 0;
}

const kept: unknown[] = [];
let release: (() => void)[] = [];

/** The same, and something of each kind is left behind. */
async function mountAndLeak(): Promise<void> {
  await mount();
  const canvas = document.createElement('canvas');
  const observer = new ResizeObserver(() => {});
  const listener = (): void => void canvas;
  const timer = setTimeout(listener, 1e9);
  observer.observe(canvas);
  addEventListener('resize', listener);
  const channel = new BroadcastChannel('leak');
  void navigator.locks.request(
    `ie-charts ${kept.length}`,
    { mode: 'shared' },
    () => new Promise<void>((resolve) => release.push(resolve)),
  );
  const stop = everything.subscribe();
  kept.push(canvas, observer);
  release.push(() => {
    channel.close();
    stop();
    clearTimeout(timer);
    observer.disconnect();
    removeEventListener('resize', listener);
  });
}

/** Twenty at a time: each waits for frames, not for the processor. */
async function repeat(act: () => Promise<void>, count: number): Promise<void> {
  for (let done = 0; done < count; done += TOGETHER) await Promise.all(Array.from({ length: TOGETHER }, act));
}

const everything = new EverySource();
const KEPT = 'leaks';

async function mountPages(): Promise<void> {
  await mountEverything(everything, KEPT);
  await mountAnalytics(everything);
}

/** One after the other: what pops up closes what is open elsewhere. */
async function inTurn(act: () => Promise<void>, count: number): Promise<void> {
  for (let done = 0; done < count; done++) await act();
}

/** Waits a second of frames for what still settles. */
async function settled(): Promise<void> {
  for (let count = 0; count < 60; count++) await nextFrame();
}

type Counts = Readonly<Record<string, number>>;

const OBJECTS = ['HTMLCanvasElement', 'ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const;

/** What lives in memory, counted over the DevTools protocol where there is one. */
async function inMemory(): Promise<Counts> {
  if (!(await abilities()).devtools) return {};
  const { listeners, nodes } = await heapCounters();
  const counts: Record<string, number> = { listeners, nodes };
  for (const name of OBJECTS) counts[name] = await countObjects(name);
  return counts;
}

/** Of windows that take turns. */
async function heldLocks(): Promise<number> {
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name?.startsWith('ie-charts')).length;
}

/** What so many mounts leave behind, beyond what the first ones did. */
async function leftBehind(
  act: () => Promise<void>,
  mounts: number,
  { first = TOGETHER, often = repeat } = {},
): Promise<Counts> {
  const census = takeCensus();
  const take = async (): Promise<Counts> => {
    await settled();
    return {
      ...census.count(),
      locks: await heldLocks(),
      sourceListeners: everything.listeners,
      ...(await census.leaveOut(inMemory)),
    };
  };
  try {
    await often(act, first);
    const before = await take();
    await often(act, mounts);
    const after = await take();
    return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
  } finally {
    census.end();
  }
}

describe('mounts and unmounts', function () {
  this.timeout(110_000);

  before(() => document.documentElement.style.setProperty('--ie-plot-height', '100px'));
  after(() => document.documentElement.style.removeProperty('--ie-plot-height'));
  afterEach(() => {
    for (const act of release) act();
    release = [];
    kept.length = 0;
  });

  it(`leave no listener, observer, timer, node or detached canvas, ${MOUNTS} times`, async () => {
    const { observed, globalListeners, ...others } = await leftBehind(mount, MOUNTS);
    expect({ observed, globalListeners }).to.deep.equal({ observed: 0, globalListeners: 0 });
    for (const [name, count] of Object.entries(others)) expect(count, name).to.be.at.most(NOISE);
  });

  it('leave nothing of any other element, nor of what a page keeps, compares and shares', async () => {
    const { listeners = 0, nodes = 0, ...others } = await leftBehind(mountPages, PAGES, { first: 2, often: inTurn });
    forget(KEPT);
    for (const [name, count] of Object.entries(others)) expect(count, name).to.be.at.most(0);
    for (const [name, count] of Object.entries({ listeners, nodes })) expect(count, name).to.be.below(PAGES);
  });

  it('are seen when they leak', async () => {
    const left = await leftBehind(mountAndLeak, 2 * TOGETHER);
    for (const [name, count] of Object.entries(left)) {
      if (name === 'IntersectionObserver' || name === 'MutationObserver') continue;
      // More than the test before lets pass: some counts are of all pages that share the process.
      expect(count, name).to.be.above(NOISE);
    }
  });
});
