import { expect } from '@open-wc/testing';
import { takeRefreshTurns } from '../../src/elements/timeframe/refresh-turns.js';
import { TimeframeStore, type Turn } from '../../src/timeframe/index.js';
import { TestSource } from './support.js';

type LookUp = (() => Promise<Turn>) | null;

/** A store that takes turns, and how it would look up its own. */
function setUp(key: string) {
  const store = new TimeframeStore({ refresh: '1h' });
  const told: LookUp[] = [];
  store.takeTurns = (lookUp) => told.push(lookUp);
  store.source = Object.assign(new TestSource(), { key });
  const page = { wall: false };
  const turns = takeRefreshTurns(store, () => page.wall);
  return { store, told, turns, page, turn: async () => await told.at(-1)?.() };
}

/** Another window of the origin; returns how it closes. */
async function otherWindow(key: string): Promise<() => void> {
  let close: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (close = resolve));
  await new Promise<void>((granted) => {
    void navigator.locks.request(`ie-charts ${key} ~`, { mode: 'shared' }, () => {
      granted();
      return open;
    });
  });
  return close;
}

/** Looks until a turn is what it should be: locks are granted and let go a moment later. */
async function until(turn: () => Promise<Turn | undefined>, of: number): Promise<Turn | undefined> {
  for (;;) {
    const now = await turn();
    if (now?.of === of) return now;
  }
}

function hidePage(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
}

describe('windows of one origin', () => {
  afterEach(() => Reflect.deleteProperty(document, 'hidden'));

  it('know how many refresh the same, and whose turn comes when', async () => {
    const { turn, turns, store } = setUp('one');
    expect(await until(turn, 1)).to.deep.equal({ nth: 0, of: 1 });
    const closeOther = await otherWindow('another');
    const close = await otherWindow('one');
    expect(await until(turn, 2)).to.deep.equal({ nth: 0, of: 2 });
    close();
    expect(await until(turn, 1)).to.deep.equal({ nth: 0, of: 1 });
    closeOther();
    turns.stop();
    store.dispose();
  });

  it('give their turn away while they are hidden, off, or without a source, and when they end', async () => {
    const { told, turns, store, page } = setUp('two');
    const rests = (): boolean => told.at(-1) === null;
    expect(rests()).to.equal(false);
    hidePage(true);
    turns.pageChanged();
    expect(rests()).to.equal(true);
    page.wall = true;
    turns.pageChanged();
    expect(rests()).to.equal(false);
    store.request({ type: 'refresh-every', interval: null });
    expect(rests()).to.equal(true);
    store.request({ type: 'refresh-every', interval: 'live' });
    expect(rests()).to.equal(false);
    store.source = null;
    expect(rests()).to.equal(true);
    store.source = Object.assign(new TestSource(), { key: 'two' });
    expect(rests()).to.equal(false);
    turns.stop();
    expect(rests()).to.equal(true);
    const held = async (): Promise<boolean> =>
      (await navigator.locks.query()).held?.some(({ name }) => name?.startsWith('ie-charts two ')) ?? false;
    while (await held());
    store.dispose();
  });
});
