import { expect } from '@open-wc/testing';
import { cancelDraw, requestDraw, type Drawable } from '../../src/plot/frame-batch.js';

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Something that notes when it measures and draws. */
const drawable = (name: string, log: string[], over: Partial<Drawable> = {}): Drawable => ({
  prepare: () => {},
  measure: () => void log.push(`measure ${name}`),
  draw: () => void log.push(`draw ${name}`),
  drawn: () => {},
  ...over,
});

describe('drawing with the next frame', () => {
  it('takes each step with all before any takes the next, once', async () => {
    const log: string[] = [];
    const noting = (name: string): Drawable =>
      drawable(name, log, {
        prepare: () => void log.push(`prepare ${name}`),
        drawn: () => void log.push(`drawn ${name}`),
      });
    const a = noting('a');
    requestDraw(a);
    requestDraw(noting('b'));
    requestDraw(a);
    expect(log).to.deep.equal([]);
    await nextFrame();
    const steps = ['prepare', 'measure', 'draw', 'drawn'];
    expect(log).to.deep.equal(steps.flatMap((step) => [`${step} a`, `${step} b`]));
    await nextFrame();
    expect(log).to.have.length(8);
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
    requestDraw(drawable('first', log, { measure: () => requestDraw(late) }));
    await nextFrame();
    expect(log).to.deep.equal(['draw first']);
    await nextFrame();
    expect(log).to.deep.equal(['draw first', 'measure late', 'draw late']);
  });

  it('draws once what is asked for again while others measure', async () => {
    const log: string[] = [];
    const first = drawable('first', log);
    requestDraw(first);
    requestDraw(drawable('second', log, { measure: () => requestDraw(first) }));
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
    const measure = (): void => {
      throw new Error('broken');
    };
    requestDraw(drawable('broken', log, { measure }));
    globalThis.requestAnimationFrame = own;
    expect(() => flush(0)).to.throw('broken');
    requestDraw(drawable('next', log));
    await nextFrame();
    expect(log).to.deep.equal(['measure next', 'draw next']);
  });
});
