import { expect } from '@open-wc/testing';
import { cancelDraw, requestDraw } from '../../src/plot/frame-batch.js';

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Something that notes when it measures and draws. */
const drawable = (name: string, log: string[]) => ({
  measure: () => void log.push(`measure ${name}`),
  draw: () => void log.push(`draw ${name}`),
});

describe('drawing with the next frame', () => {
  it('measures all before it draws any, each once', async () => {
    const log: string[] = [];
    const a = drawable('a', log);
    requestDraw(a);
    requestDraw(drawable('b', log));
    requestDraw(a);
    expect(log).to.deep.equal([]);
    await nextFrame();
    expect(log).to.deep.equal(['measure a', 'measure b', 'draw a', 'draw b']);
    await nextFrame();
    expect(log).to.have.length(4);
  });

  it('forgets what was taken back, and asks for no frame for nothing', async () => {
    const log: string[] = [];
    const own = globalThis.cancelAnimationFrame;
    let cancelled = 0;
    globalThis.cancelAnimationFrame = (id) => {
      cancelled++;
      own(id);
    };
    const a = drawable('a', log);
    requestDraw(a);
    cancelDraw(a);
    globalThis.cancelAnimationFrame = own;
    await nextFrame();
    expect(log).to.deep.equal([]);
    expect(cancelled).to.equal(1);
  });

  it('draws in the frame after, what asks while a frame is drawn', async () => {
    const log: string[] = [];
    const late = drawable('late', log);
    requestDraw({ measure: () => requestDraw(late), draw: () => void log.push('draw first') });
    await nextFrame();
    expect(log).to.deep.equal(['draw first']);
    await nextFrame();
    expect(log).to.deep.equal(['draw first', 'measure late', 'draw late']);
  });

  it('draws once what is asked for again while others measure', async () => {
    const log: string[] = [];
    const first = drawable('first', log);
    requestDraw(first);
    requestDraw({ measure: () => requestDraw(first), draw: () => void log.push('draw second') });
    await nextFrame();
    await nextFrame();
    expect(log).to.deep.equal(['measure first', 'draw first', 'draw second']);
  });

  it('goes on with the frame after one that threw', async () => {
    const log: string[] = [];
    const own = globalThis.requestAnimationFrame;
    let flush: FrameRequestCallback = () => {};
    globalThis.requestAnimationFrame = (callback) => {
      flush = callback;
      return 1;
    };
    requestDraw({
      measure: () => {
        throw new Error('broken');
      },
      draw: () => void log.push('draw broken'),
    });
    globalThis.requestAnimationFrame = own;
    expect(() => flush(0)).to.throw('broken');
    requestDraw(drawable('next', log));
    await nextFrame();
    expect(log).to.deep.equal(['measure next', 'draw next']);
  });
});
