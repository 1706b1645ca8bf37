import type { Context, ContextEvent } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { timeframeContext } from '../../src/timeframe/index.js';
import { answerTo, drawn, FROM, HOUR, TestSource, textOf, TO, until } from './support.js';

function timeframeElement(source = new TestSource(), from = FROM, to = TO): Timeframe {
  const element = document.createElement('ie-timeframe');
  element.from = from;
  element.to = to;
  element.timezone = 'UTC';
  element.source = source;
  return element;
}

const chart = () => document.createElement('ie-requests-chart');
const box = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<div></div>`);
const loose = (element: Element): boolean => /needs an <ie-timeframe>|There is no <ie-timeframe>/.test(textOf(element));

/** The request of the context protocol, by another contract's key or by ours; whoever answers it calls back. */
function askFor(at: Element, context: unknown): { readonly heard: boolean; readonly answered: boolean } {
  const asked = { heard: false, answered: false };
  const listener = (): void => void (asked.heard = true);
  const { parentElement } = at;
  parentElement?.addEventListener('context-request', listener, { once: true });
  const event = new Event('context-request', { bubbles: true, composed: true });
  at.dispatchEvent(Object.assign(event, { context, contextTarget: at, callback: () => (asked.answered = true) }));
  parentElement?.removeEventListener('context-request', listener);
  return asked;
}

describe('the link from a chart to its time frame', () => {
  it('is made only where both mean the same version of the contract', async () => {
    expect(timeframeContext).to.match(/^ie-charts\/.*\/\d+$/);
    const other = String(timeframeContext).replace(/\d+$/, (version) => String(Number(version) + 1));
    const root = await box();
    const timeframe = timeframeElement();
    root.append(timeframe);
    expect(askFor(timeframe, timeframeContext)).to.deep.equal({ heard: false, answered: true });
    expect(askFor(timeframe, other)).to.deep.equal({ heard: true, answered: false });

    // What stands around it has another one: it would answer that, and is not asked.
    const foreign = document.createElement('div');
    const wanted: unknown[] = [];
    foreign.addEventListener('context-request', ({ context, callback }: ContextEvent<Context<unknown, unknown>>) => {
      wanted.push(context);
      if (String(context) === other) callback({});
    });
    const inner = chart();
    foreign.append(inner);
    root.append(foreign);
    await until(() => loose(inner));
    expect(wanted.length).to.be.above(0);
    expect(new Set(wanted)).to.deep.equal(new Set([timeframeContext]));
  });

  it('takes no part in the layout, and hides with the time frame', async () => {
    const timeframe = timeframeElement();
    (await box()).append(timeframe);
    expect(getComputedStyle(timeframe).display).to.equal('contents');
    timeframe.hidden = true;
    expect(getComputedStyle(timeframe).display).to.equal('none');
  });

  it('is nesting, at any depth and through shadow roots', async () => {
    const timeframe = timeframeElement();
    const host = document.createElement('div');
    const inner = chart();
    host.attachShadow({ mode: 'open' }).append(inner);
    timeframe.append(host);
    (await box()).append(timeframe);
    await drawn(inner);
    expect(inner.visibleRange).to.deep.equal(HOUR);
  });

  it('is the innermost of nested time frames', async () => {
    const outer = timeframeElement();
    const inner = timeframeElement(new TestSource(), '2026-06-02T10:00:00Z', '2026-06-02T11:00:00Z');
    const [inOuter, inInner] = [chart(), chart()];
    inner.append(inInner);
    outer.append(inOuter, inner);
    (await box()).append(outer);
    await drawn(inOuter, inInner);
    expect(inOuter.visibleRange).to.deep.equal(HOUR);
    expect(inInner.visibleRange).to.deep.equal(inner.state.range);
  });

  it('is an id, searched in its own root and then outwards through the hosts', async () => {
    const root = await box();
    const [far, near] = [
      timeframeElement(),
      timeframeElement(new TestSource(), '2026-06-02T10:00:00Z', '2026-06-02T11:00:00Z'),
    ];
    far.id = near.id = 'frame';
    const host = document.createElement('div');
    const shadow = host.attachShadow({ mode: 'open' });
    const inner = chart();
    inner.timeframe = 'frame';
    shadow.append(inner);
    root.append(far, host);
    await drawn(inner);
    expect(inner.visibleRange).to.deep.equal(HOUR);
    // The own root wins, for a chart that is there to see it.
    shadow.append(near);
    inner.remove();
    shadow.append(inner);
    await drawn(inner);
    expect(inner.visibleRange).to.deep.equal(near.state.range);
  });

  it('is a property, which wins over the id and over nesting', async () => {
    const root = await box();
    const around = timeframeElement();
    const given = timeframeElement(new TestSource(), '2026-06-02T10:00:00Z', '2026-06-02T11:00:00Z');
    around.id = 'around';
    const inner = chart();
    inner.timeframe = 'around';
    inner.timeframeElement = given;
    around.append(inner);
    root.append(around, given);
    await drawn(inner);
    expect(inner.visibleRange).to.deep.equal(given.state.range);
    inner.timeframeElement = null;
    await until(() => inner.visibleRange?.from === HOUR.from);
  });

  it('comes when a time frame with the id is inserted later, or given the id later', async () => {
    const root = await box();
    const [first, second] = [chart(), chart()];
    first.timeframe = 'later';
    second.timeframe = 'named-later';
    root.append(first, second);
    await until(() => loose(first) && loose(second));
    const [inserted, named] = [timeframeElement(), timeframeElement()];
    inserted.id = 'later';
    root.append(inserted, named);
    await drawn(first);
    expect(loose(second)).to.equal(true);
    named.id = 'named-later';
    await drawn(second);
  });

  it('follows a chart that is moved into another time frame, out of all, and back', async () => {
    const root = await box();
    const other = { from: '2026-06-02T10:00:00Z', to: '2026-06-02T11:00:00Z' };
    const [one, two] = [timeframeElement(), timeframeElement(new TestSource(), other.from, other.to)];
    const moving = chart();
    one.append(moving);
    root.append(one, two);
    await drawn(moving);
    two.append(moving);
    await until(() => moving.visibleRange?.from === Date.parse(other.from));
    await drawn(moving);
    root.append(moving);
    await until(() => loose(moving));
    expect(moving.visibleRange).to.equal(null);
    one.append(moving);
    await until(() => moving.visibleRange?.from === HOUR.from);
    await drawn(moving);
  });

  it('holds when the time frame itself is moved with its charts', async () => {
    const [here, there] = [await box(), await box()];
    const timeframe = timeframeElement();
    const inner = chart();
    timeframe.append(inner);
    here.append(timeframe);
    await drawn(inner);
    there.append(timeframe);
    await drawn(inner);
    expect(loose(inner)).to.equal(false);
    expect(inner.visibleRange).to.deep.equal(HOUR);
  });

  it('lets several time frames on a page go their own ways', async () => {
    const root = await box();
    const names = [['200'], ['500']] as const;
    const frames = names.map((list) =>
      timeframeElement(new TestSource((request) => answerTo(request, { names: list }))),
    );
    const charts = frames.map((timeframe) => {
      const inner = chart();
      timeframe.append(inner);
      return inner;
    });
    root.append(...frames);
    await drawn(...charts);
    frames[0]?.store.request({ type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 600_000 } });
    frames[0]?.store.cursor.move(HOUR.from + 60_000, null);
    expect(charts[0]?.visibleRange?.to).to.equal(HOUR.from + 600_000);
    expect(charts[1]?.visibleRange).to.deep.equal(HOUR);
    expect(frames[1]?.store.cursor.time).to.equal(null);
    expect(
      charts.map((inner) => inner.frames.map((frame) => frame.kind === 'series' && frame.series[0]?.name)),
    ).to.deep.equal([['200'], ['500']]);
  });

  it('is not to an element that only looks like a time frame', async () => {
    const foreign = Object.assign(document.createElement('div'), { id: 'foreign', store: {} });
    const inner = chart();
    inner.timeframe = 'foreign';
    (await box()).append(foreign, inner);
    await inner.updateComplete;
    expect(loose(inner)).to.equal(true);
  });

  it('goes on with another time frame of the same id when the first has left', async () => {
    const root = await box();
    const first = timeframeElement();
    first.id = 'renewed';
    const inner = chart();
    inner.timeframe = 'renewed';
    root.append(first, inner);
    await drawn(inner);
    first.remove();
    expect(inner.visibleRange).to.equal(null);
    const second = timeframeElement(new TestSource(), '2026-06-02T10:00:00Z', '2026-06-02T11:00:00Z');
    second.id = 'renewed';
    root.append(second);
    await drawn(inner);
    await until(() => inner.visibleRange?.from === second.state.range.from);
  });

  it('follows an id from one time frame to another, and away', async () => {
    const [first, second] = [timeframeElement(), timeframeElement()];
    second.to = '2026-06-01T10:30:00Z';
    [first.id, second.id] = ['one', 'two'];
    const named = chart();
    named.timeframe = 'one';
    (await box()).append(first, second, named);
    await drawn(named);
    expect(named.visibleRange).to.deep.equal(HOUR);
    [first.id, second.id] = ['two', 'one'];
    await until(() => named.visibleRange?.to === second.state.range.to);
    second.id = 'three';
    await until(() => loose(named));
    first.id = 'one';
    await until(() => named.visibleRange?.to === HOUR.to);
  });

  it('is not to a property that is no element, which counts as none', async () => {
    const timeframe = timeframeElement();
    const nested = chart();
    Reflect.set(nested, 'timeframeElement', 'frame');
    timeframe.append(nested);
    (await box()).append(timeframe);
    await drawn(nested);
    expect(nested.visibleRange).to.deep.equal(HOUR);
  });
});
