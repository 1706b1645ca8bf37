import { expect } from '@open-wc/testing';
import { observeSize } from '../../src/plot/index.js';

function box(width: number): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `width: ${width}px; height: 20px`;
  document.body.append(element);
  return element;
}

/** Counts observers that were made and not disconnected since, while `act` runs. */
async function countingObservers(act: (count: () => number) => Promise<void>): Promise<void> {
  const own = globalThis.ResizeObserver;
  const open = new Set<object>();
  globalThis.ResizeObserver = class extends own {
    constructor(callback: ResizeObserverCallback) {
      super(callback);
      open.add(this);
    }
    override disconnect(): void {
      open.delete(this);
      super.disconnect();
    }
  };
  try {
    await act(() => open.size);
  } finally {
    globalThis.ResizeObserver = own;
  }
}

/** Sizes are told while a frame is made; a change from in there would count as a loop. */
const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

const watch = (element: HTMLElement): { told: Promise<void>; stop: () => void } => {
  let stop = (): void => {};
  const told = new Promise<void>((resolve) => {
    stop = observeSize(element, () => resolve());
  });
  return { told, stop };
};

describe('the size of an element', () => {
  it('is told at first and at each change', async () => {
    const element = box(120);
    const sizes: number[] = [];
    let next = (): void => {};
    const changed = (): Promise<void> => new Promise((resolve) => (next = resolve));
    const first = changed();
    const stop = observeSize(element, (width) => {
      sizes.push(width);
      next();
    });
    await first;
    await nextFrame();
    const second = changed();
    element.style.width = '90px';
    await second;
    stop();
    element.remove();
    expect(sizes).to.deep.equal([120, 90]);
  });

  it('is told to all who ask for it, also where it was observed already', async () => {
    const element = box(40);
    const told: string[] = [];
    const stopFirst = observeSize(element, (width) => told.push(`first ${width}`));
    await nextFrame();
    await nextFrame();
    const stopSecond = observeSize(element, (width) => told.push(`second ${width}`));
    await nextFrame();
    await nextFrame();
    expect(told).to.include('second 40');
    stopFirst();
    told.length = 0;
    element.style.width = '50px';
    await nextFrame();
    await nextFrame();
    expect(told).to.deep.equal(['second 50']);
    stopSecond();
    element.remove();
  });

  it('is watched by one observer for all, which ends with the last', async () => {
    const elements = [box(10), box(20), box(30)];
    const counts: number[] = [];
    await countingObservers(async (count) => {
      const watched = elements.map(watch);
      await Promise.all(watched.map(({ told }) => told));
      await nextFrame();
      counts.push(count());
      for (const { stop } of watched) {
        stop();
        counts.push(count());
      }
    });
    expect(counts).to.deep.equal([1, 1, 1, 0]);
    for (const element of elements) element.remove();
  });
});
