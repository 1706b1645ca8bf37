import { expect, fixture, html } from '@open-wc/testing';
import type { Frame, FrameRequest } from '../../src/core/index.js';
import type { Timeframe } from '../../src/elements/index.js';
import { doubleClick } from '../support/commands.js';
import { answerReplicas } from './replica-answers.js';
import { drawn, FROM, HOUR, part, TestSource, TO, until } from './support.js';

/** Usage of four replicas, or of those that are asked for. */
function answer(request: FrameRequest): Frame {
  const frame = answerReplicas(request, HOUR, 4);
  const { replicas } = request;
  const wanted = (name: string | undefined): boolean => !replicas || !name || replicas.includes(name);
  if (frame.kind !== 'series') return frame;
  return { ...frame, series: frame.series.filter(({ name, labels }) => name === 'limit' || wanted(labels['replica'])) };
}

async function setUp(replicas = 'all', source = new TestSource(answer)) {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} replicas=${replicas} timezone="UTC" .source=${source}>
      <ie-toolbar></ie-toolbar>
      <ie-hardware-chart metric="cpu" details></ie-hardware-chart>
      <ie-hardware-chart metric="memory" details></ie-hardware-chart>
    </ie-timeframe>
  `);
  const charts = [...timeframe.querySelectorAll('ie-hardware-chart')];
  const [cpu, memory] = charts;
  if (!cpu || !memory) throw new Error('The charts are missing');
  await drawn(cpu, memory);
  const keys = (chart: Element): HTMLButtonElement[] =>
    [...(chart.shadowRoot?.querySelectorAll('button.key') ?? [])].filter((key) => key instanceof HTMLButtonElement);
  const key = (chart: Element, name: string): HTMLButtonElement => {
    const found = keys(chart).find(({ textContent }) => textContent.trim() === name);
    if (!found) throw new Error(`No toggle of ${name}`);
    return found;
  };
  /** Names of the toggles, those that are off in brackets. */
  const toggles = (chart: Element): string =>
    keys(chart)
      .map(({ textContent, ariaPressed }) => (ariaPressed === 'true' ? textContent.trim() : `(${textContent.trim()})`))
      .join(' ');
  const swatches = (chart: Element): Record<string, string | undefined> =>
    Object.fromEntries(keys(chart).map((one) => [one.textContent.trim(), one.querySelector('i')?.className]));
  const lines = (chart: typeof cpu): string[] =>
    chart.frames.flatMap((frame) => (frame.kind === 'series' ? frame.series.map(({ name }) => name) : []));
  return { source, timeframe, cpu, memory, key, toggles, swatches, lines };
}

describe('the toggle of a replica', () => {
  it('acts on all charts of the time frame, and each keeps its place and colour', async () => {
    const { timeframe, cpu, memory, key, toggles, swatches, lines } = await setUp();
    const names = toggles(cpu);
    const colours = swatches(cpu);
    expect(new Set(Object.values(colours)).size).to.equal(5);
    key(cpu, 'replica-1').click();
    await until(() => lines(memory).length === 4 && lines(cpu).length === 4);
    expect(timeframe.state.replicas).to.deep.equal(['replica-0', 'replica-2', 'replica-3']);
    await until(() => toggles(cpu).includes('(replica-1)') && toggles(memory).includes('(replica-1)'));
    expect(toggles(cpu)).to.equal(names.replace('replica-1', '(replica-1)'));
    expect(swatches(cpu)).to.deep.equal(colours);
    key(memory, 'replica-3').click();
    await until(() => toggles(cpu).includes('(replica-3)'));
    expect(timeframe.state.replicas).to.deep.equal(['replica-0', 'replica-2']);
    for (const name of ['replica-1', 'replica-3']) {
      key(memory, name).click();
      await until(() => !toggles(cpu).includes(`(${name})`));
    }
    expect(timeframe.state.replicas).to.equal(null);
    await until(() => lines(cpu).length === 5);
    await cpu.updateComplete;
    expect([toggles(cpu), swatches(cpu)]).to.deep.equal([names, colours]);
  });

  it('keeps its place also while the data of a choice are on their way', async () => {
    const { timeframe, cpu, toggles, source } = await setUp();
    const before = toggles(cpu);
    timeframe.store.request({ type: 'replicas', replicas: ['replica-2'] });
    await until(() => toggles(cpu).startsWith('(replica-0)') && cpu.frames[0]);
    let go: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => (go = resolve));
    const seen = new Set<string>();
    source.answer = async (request) => {
      await waits;
      return answer(request);
    };
    timeframe.store.request({ type: 'replicas', replicas: ['replica-1', 'replica-3'] });
    await until(() => toggles(cpu).includes('(replica-2)'));
    seen.add(toggles(cpu).replace(/[()]/g, ''));
    timeframe.store.request({ type: 'replicas', replicas: null });
    await until(() => !toggles(cpu).includes('('));
    seen.add(toggles(cpu));
    go();
    await until(() => cpu.frames.length > 0 && toggles(cpu) === before);
    expect([...seen]).to.deep.equal([before]);
  });

  it('shows one alone by a double click, and then what was shown before', async () => {
    const { timeframe, cpu, memory, key, toggles } = await setUp('replica-0 replica-1 replica-2');
    expect(toggles(cpu)).not.to.contain('replica-3');
    const twice = async (): Promise<void> => {
      const { left, top, width, height } = key(cpu, 'replica-2').getBoundingClientRect();
      await doubleClick({ x: left + width / 2, y: top + height / 2 });
    };
    await twice();
    await until(() => toggles(memory).startsWith('(replica-0) (replica-1) replica-2'));
    expect(timeframe.state.replicas).to.deep.equal(['replica-2']);
    await until(() => toggles(cpu).startsWith('(replica-0) (replica-1) replica-2'));
    await twice();
    await until(() => toggles(memory).startsWith('replica-0 replica-1 replica-2'));
    expect(timeframe.state.replicas).to.deep.equal(['replica-0', 'replica-1', 'replica-2']);
  });

  for (const choice of ['!replica-1', 'a choice before'] as const) {
    it(`stands in a legend that is first drawn while it is hidden, by ${choice}`, async () => {
      const source = new TestSource(answer);
      source.replicas = [0, 1, 2, 3].map((nth) => `replica-${nth}`);
      const { timeframe, cpu, memory, key, toggles, swatches, lines } = await setUp('all', source);
      const [names, colours] = [toggles(cpu), swatches(cpu)];
      if (choice === 'a choice before')
        timeframe.store.request({ type: 'replicas', replicas: ['replica-0', 'replica-2', 'replica-3'] });
      else timeframe.replicas = choice;
      await until(() => lines(memory).length === 4);
      const late = document.createElement('ie-hardware-chart');
      late.details = true;
      timeframe.append(late);
      await drawn(late);
      await until(() => toggles(late).includes('(replica-1)'));
      expect(toggles(late)).to.equal(names.replace('replica-1', '(replica-1)'));
      expect(swatches(late)).to.deep.equal(colours);
      key(late, 'replica-1').click();
      await until(() => !toggles(late).includes('(') && lines(late).length === 5);
      await late.updateComplete;
      expect([toggles(late), timeframe.state.replicas]).to.deep.equal([names, null]);
      expect(swatches(late)).to.deep.equal(colours);
      await until(() => lines(cpu).length === 5);
    });
  }

  it('does not stand for what the page never names', async () => {
    const source = new TestSource(answer);
    source.replicas = [0, 1, 2, 3].map((nth) => `replica-${nth}`);
    const { timeframe, cpu, toggles } = await setUp('replica-0 replica-1', source);
    timeframe.store.request({ type: 'replicas', replicas: ['replica-1'] });
    await until(() => toggles(cpu).includes('(replica-0)'));
    const late = document.createElement('ie-hardware-chart');
    late.details = true;
    timeframe.append(late);
    await drawn(late);
    await until(() => toggles(late).includes('(replica-0) replica-1'));
    expect(toggles(late)).to.equal(toggles(cpu));
    expect(toggles(late)).not.to.match(/replica-[23]/);
  });

  it('leaves what is no replica to its own chart', async () => {
    const { timeframe, cpu, memory, toggles } = await setUp();
    const limit = toggles(cpu).split(' ').slice(4).join(' ');
    part<HTMLButtonElement>(cpu, 'li:last-child .key').click();
    await until(() => toggles(cpu).endsWith(`(${limit})`));
    expect([timeframe.state.replicas, toggles(memory).includes('(')]).to.deep.equal([null, false]);
    part<HTMLButtonElement>(cpu, '.key').click();
    await until(() => toggles(memory).startsWith('(replica-0)'));
    expect(toggles(cpu)).to.equal(`(replica-0) replica-1 replica-2 replica-3 (${limit})`);
  });
});
