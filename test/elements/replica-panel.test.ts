import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, type Frame, type FrameRequest, type IntervalsFrame } from '../../src/core/index.js';
import type { Timeframe } from '../../src/elements/index.js';
import { listReplicas, toggled } from '../../src/elements/toolbar/replica-list.js';
import { abilities, holdKey, sendKeys, sendMouse, setViewport } from '../support/commands.js';
import { answerTo, FROM, HOUR, inside, nextFrame, part, TestSource, TO, until } from './support.js';

const MINUTE = 60_000;

/** Lanes of three replicas: one runs, one is pending, one ended a while ago. */
function lanes({ range, step, replicas }: FrameRequest): IntervalsFrame {
  const lane = (name: string, from: number, to: number, state: string) => ({
    name,
    labels: labelSet([['replica', name]]),
    intervals: [{ from: HOUR.from + from * MINUTE, to: HOUR.from + to * MINUTE, state }],
  });
  const all = [lane('beta', 0, 20, 'running'), lane('alpha', 0, 60, 'running'), lane('gamma', 50, 60, 'pending')];
  return {
    kind: 'intervals',
    range,
    step,
    completeUntil: HOUR.to,
    now: HOUR.to,
    notices: [],
    lanes: all.filter(({ name }) => !replicas || replicas.includes(name)),
  };
}

const answer = (request: FrameRequest): Frame =>
  request.shape === 'intervals'
    ? lanes(request)
    : answerTo(request, request.by.includes('replica') ? { names: ['a'] } : {});

async function setUp(names = ['alpha', 'beta', 'gamma', 'older']) {
  const source = new TestSource(answer);
  source.replicas = names;
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
      <ie-toolbar></ie-toolbar>
      <ie-requests-chart></ie-requests-chart>
    </ie-timeframe>
  `);
  const toolbar = timeframe.querySelector('ie-toolbar') ?? timeframe;
  await until(() => timeframe.state.knownReplicas.length >= names.length);
  const button = part<HTMLButtonElement>(toolbar, '[part=replicas] button');
  const isOpen = (): boolean => inside(toolbar, '[part=replica-panel]')?.matches(':popover-open') ?? false;
  const options = (): HTMLElement[] => [...(toolbar.shadowRoot?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
  const texts = (): string[] => options().map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  const chosen = (): string[] =>
    options()
      .filter(({ ariaSelected }) => ariaSelected === 'true')
      .map((option) => (option.querySelector('.replica') ?? option).textContent.trim());
  const label = (): string => button.textContent.trim();
  const open = async (): Promise<void> => {
    const { left, top, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await until(() => isOpen() && toolbar.shadowRoot?.activeElement?.getAttribute('role') === 'listbox');
  };
  return { source, timeframe, toolbar, button, open, isOpen, options, texts, chosen, label };
}

describe('the list of replicas', () => {
  it('is there at the first press, with the state of each, those that ended last', async () => {
    const { open, texts, label, source, button } = await setUp();
    expect(label()).to.equal('All');
    expect(source.requests.some(({ metric }) => metric === 'replica-states')).to.equal(false);
    await open();
    await until(() => texts().includes('alpharunning'));
    expect(texts()).to.deep.equal(['All', 'alpharunning', 'gammapending', 'betaended 1 Jun, 10:20']);
    expect(button.ariaExpanded).to.equal('true');
  });

  it('leaves the toolbar as it was, and the place of the button with it when a name is long', async () => {
    const { timeframe, open, toolbar, label, button } = await setUp(['a-replica-with-a-long-name', 'b', 'c']);
    const boxes = (): DOMRect[] =>
      [...part(toolbar, '.toolbar').children].slice(0, -1).map((field) => field.getBoundingClientRect());
    await until(() => inside(toolbar, '.steps button'));
    const before = boxes();
    await open();
    expect(boxes()).to.deep.equal(before);
    timeframe.store.request({ type: 'replicas', replicas: ['a-replica-with-a-long-name'] });
    await until(() => label() === 'a-replica-with-a-long-name');
    expect(boxes().map(({ top }) => top)).to.deep.equal(before.map(({ top }) => top));
    expect(button.querySelector<HTMLElement>('[title]')?.title).to.equal(label());
  });

  it('keeps names that take several lines apart, and as little room as before for those that do not', async () => {
    const long = 'meta-llama-3-1-70b-instruct-production-eu-west-1-deployment-6f7d8c9b5d-';
    const { source, open, options, texts } = await setUp([`${long}gf83pe`, `${long}2p3ua7`, 'short']);
    source.answer = (request) => {
      if (request.shape === 'intervals') throw new Error('no states');
      return answer(request);
    };
    await open();
    expect(texts()).to.deep.equal(['All', `${long}2p3ua7`, `${long}gf83pe`, 'short']);
    const heights = options().map((option) => {
      const name = option.querySelector('.replica') ?? option;
      return [option.getBoundingClientRect().height, name.getBoundingClientRect().height] as const;
    });
    for (const [row, name] of heights.slice(1)) expect(row - name).to.be.at.least(12);
    expect(heights.map(([row]) => row)).to.include(36);
    expect(heights.some(([row]) => row > 40)).to.equal(true);
  });

  it('lists all that were ever seen where the source has no states', async () => {
    const { source, open, texts } = await setUp(['b', 'a']);
    source.answer = (request) => {
      if (request.shape === 'intervals') throw new Error('no states');
      return answer(request);
    };
    await open();
    expect(texts()).to.deep.equal(['All', 'a', 'b']);
  });

  it('chooses many by the pointer, and all again', async () => {
    const { timeframe, open, options, texts, chosen, label } = await setUp();
    await open();
    await until(() => texts().length === 4 && texts()[1] === 'alpharunning');
    const press = async (nth: number): Promise<void> => {
      const { left, top, height } = options()[nth]?.getBoundingClientRect() ?? new DOMRect();
      options()[nth]?.scrollIntoView({ block: 'nearest' });
      await nextFrame();
      const told = new Promise((resolve) => options()[nth]?.addEventListener('click', resolve, { once: true }));
      await sendMouse({ type: 'click', position: [Math.round(left + 60), Math.round(top + height / 2)] });
      await told;
    };
    await press(3);
    expect([timeframe.state.replicas, chosen(), label()]).to.deep.equal([['beta'], ['beta'], 'beta']);
    await press(1);
    expect([timeframe.state.replicas, chosen(), label()]).to.deep.equal([
      ['beta', 'alpha'],
      ['alpha', 'beta'],
      '2 replicas',
    ]);
    // Others than those that are shown are listed, with their states.
    expect(texts()).to.include('gammapending');
    await press(2);
    expect([timeframe.state.replicas, chosen()]).to.deep.equal([null, ['All']]);
    await press(1);
    await press(1);
    expect([timeframe.state.replicas, chosen()]).to.deep.equal([null, ['All']]);
    await press(1);
    await press(0);
    expect([timeframe.state.replicas, label()]).to.deep.equal([null, 'All']);
  });

  it('goes by keys alone: arrows, Shift, Home, End, Space, a search, Escape', async () => {
    const { timeframe, toolbar, button, isOpen, texts, chosen } = await setUp();
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen() && texts()[1] === 'alpharunning');
    await until(() => toolbar.shadowRoot?.activeElement?.getAttribute('role') === 'listbox');
    const active = (): string => inside(toolbar, '.active')?.textContent?.trim() ?? '';
    expect(active()).to.equal('All');
    for (const [key, at, replicas] of [
      ['ArrowDown', 'alpharunning', null],
      [' ', 'alpharunning', ['alpha']],
      ['Shift+ArrowDown', 'gammapending', ['alpha', 'gamma']],
      ['End', 'betaended 1 Jun, 10:20', ['alpha', 'gamma']],
      ['ArrowDown', 'betaended 1 Jun, 10:20', ['alpha', 'gamma']],
      ['Home', 'All', ['alpha', 'gamma']],
      ['ArrowUp', 'All', ['alpha', 'gamma']],
      ['Control+a', 'All', null],
    ] as const) {
      const [name = '', modifier] = key.split('+').reverse();
      if (modifier) await holdKey(modifier, true);
      await sendKeys({ press: name });
      if (modifier) await holdKey(modifier, false);
      await until(() => active() === at);
      expect(timeframe.state.replicas, key).to.deep.equal(replicas);
    }
    const list = part(toolbar, '[role=listbox]');
    expect(list.getAttribute('aria-activedescendant')).to.equal(inside(toolbar, '.active')?.id);
    await sendKeys({ press: 'b' });
    await until(() => texts().length === 2);
    expect(toolbar.shadowRoot?.activeElement?.localName).to.equal('input');
    expect(texts()[1]).to.contain('beta');
    expect(part(toolbar, '[part=replica-panel] [role=status]').textContent.trim()).to.equal('1 replica');
    await sendKeys({ press: 'Enter' });
    expect(timeframe.state.replicas).to.deep.equal(['beta']);
    await sendKeys({ press: 'x' });
    await until(() => texts().length === 1);
    expect(part(toolbar, '[part=replica-panel] [role=status]').textContent.trim()).to.equal(
      'No replica has this name.',
    );
    // No key chooses what was not found; "All" is chosen where one goes to it.
    for (const key of ['Enter', 'ArrowDown', 'Enter', ' ']) {
      await sendKeys({ press: key });
      expect([timeframe.state.replicas, active()], key).to.deep.equal([['beta'], '']);
    }
    expect([toolbar.shadowRoot?.activeElement, list.hasAttribute('aria-activedescendant')]).to.deep.equal([
      list,
      false,
    ]);
    await sendKeys({ press: 'ArrowDown' });
    await until(() => active() === 'All');
    await sendKeys({ press: 'Enter' });
    expect(timeframe.state.replicas).to.equal(null);
    part(toolbar, 'input[type=search]').focus();
    await sendKeys({ press: 'Backspace' });
    await until(() => active().startsWith('beta'));
    await sendKeys({ press: 'Enter' });
    expect(timeframe.state.replicas).to.deep.equal(['beta']);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen());
    expect([toolbar.shadowRoot?.activeElement, button.ariaExpanded]).to.deep.equal([button, 'false']);
    expect(chosen()).to.deep.equal(['beta']);
  });

  it('closes, asks no more, and opens again by the same button', async () => {
    const { source, timeframe, button, open, isOpen } = await setUp();
    await open();
    await until(() => source.requests.some(({ metric }) => metric === 'replica-states'));
    button.click();
    await until(() => !isOpen());
    const asked = source.requests.filter(({ metric }) => metric === 'replica-states').length;
    timeframe.store.request({ type: 'refresh' });
    await nextFrame();
    expect(source.requests.filter(({ metric }) => metric === 'replica-states').length).to.equal(asked);
    button.click();
    await until(isOpen);
  });

  it('asks no more once its toolbar is gone', async () => {
    const { source, timeframe, toolbar, button, open, isOpen } = await setUp();
    const asked = (): number => source.requests.filter(({ metric }) => metric === 'replica-states').length;
    // The last step still fills, so that a refresh would ask for it.
    source.answer = (request) =>
      request.shape === 'intervals' ? { ...lanes(request), completeUntil: HOUR.to - MINUTE } : answer(request);
    await open();
    await until(() => asked() === 1);
    toolbar.remove();
    timeframe.store.request({ type: 'refresh' });
    const before = source.requests.length;
    await until(() => source.requests.length > before);
    await nextFrame();
    expect(asked()).to.equal(1);
    timeframe.prepend(toolbar);
    button.click();
    await until(() => isOpen() && asked() === 2);
  });

  it('is accessible, and fits into a phone', async function () {
    if ((await abilities()).viewport) await setViewport({ width: 380, height: 700 });
    const { open, toolbar, texts } = await setUp(
      Array.from({ length: 40 }, (_, nth) => `replica-with-a-long-name-${nth}`),
    );
    await open();
    await until(() => texts().length > 1);
    const { left, right, bottom } = part(toolbar, '[part=replica-panel]').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(document.documentElement.clientWidth);
    expect(bottom).to.be.at.most(innerHeight);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    await expect(toolbar).to.be.accessible();
    if ((await abilities()).viewport) await setViewport({ width: 800, height: 600 });
  });
});

describe('listReplicas', () => {
  it('lists what is chosen though it is not in the range, and has no status for it', async () => {
    const { timeframe } = await setUp(['alpha']);
    timeframe.store.request({ type: 'replicas', replicas: ['gone'] });
    const request: FrameRequest = {
      metric: 'replica-states',
      by: ['replica'],
      shape: 'intervals',
      range: HOUR,
      step: MINUTE,
      replicas: null,
    };
    const listed = listReplicas(timeframe.state, lanes(request));
    expect(listed.map(({ name, status, ended }) => [name, status, ended])).to.deep.equal([
      ['alpha', 'running', false],
      ['gamma', 'pending', false],
      ['beta', 'ended 1 Jun, 10:20', true],
      ['gone', '', true],
    ]);
    expect(listed[0]?.slot).to.equal(0);
    const named = (...replicas: string[]) => ({ replicas, except: null });
    expect(toggled('alpha', { replicas: null, except: null }, listed)).to.deep.equal(['alpha']);
    expect(toggled('alpha', named('alpha', 'gone'), listed)).to.deep.equal(['gone']);
    const but = (...except: string[]) => ({ replicas: ['whoever is left'], except });
    expect(toggled('alpha', but('gone'), listed)).to.deep.equal({ except: ['gone', 'alpha'] });
    expect(toggled('gone', but('gone', 'alpha'), listed)).to.deep.equal({ except: ['alpha'] });
    expect(toggled('gone', but('gone'), listed)).to.equal(null);
    expect(toggled('gone', but('alpha', 'beta', 'gamma'), listed)).to.equal(null);
  });
});
