import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, type Frame, type FrameRequest } from '../../src/core/index.js';
import type { Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import { answerTo, drawn, FROM, HOUR, inside, nextFrame, part, placeIn, TestSource, TO, until } from './support.js';

const NOW = ['pod-new-1', 'pod-new-2'];
const THEN = ['pod-old-1', 'pod-old-2'];

/** 60 requests of each replica that there was, in each step; after a rollout none has the name that it had. */
function answer(request: FrameRequest): Frame {
  const there = request.range.from < HOUR.from - 3_600_000 ? THEN : NOW;
  const asked = there.filter((name) => !request.replicas || request.replicas.includes(name));
  if (request.shape === 'intervals') {
    const { range, step } = request;
    const intervals = [{ ...range, state: 'running' }];
    const lanes = there.map((name) => ({ name, labels: labelSet([['replica', name]]), intervals }));
    return { kind: 'intervals', range, step, completeUntil: range.to, now: HOUR.to, notices: [], lanes };
  }
  if (request.by.includes('replica')) return answerTo({ ...request, by: ['replica'] }, { names: asked });
  return answerTo(request, { names: asked.length > 0 ? ['200'] : [], value: () => 60 * asked.length });
}

const rowsOf = (chart: Element): string[][] =>
  [...part(chart, '.tooltip-rows').querySelectorAll('.tooltip-row:not([hidden])')].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? '').filter(Boolean),
  );

describe('a comparison while a replica is hidden', () => {
  afterEach(() => resetMouse());

  it('keeps its outline where replicas had other names then', async () => {
    const source = new TestSource(answer);
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} compare="1d" timezone="UTC" locale="en-GB" .source=${source}>
        <ie-requests-chart></ie-requests-chart>
        <ie-hardware-chart metric="cpu" details></ie-hardware-chart>
      </ie-timeframe>
    `);
    const requests = timeframe.querySelector('ie-requests-chart');
    const cpu = timeframe.querySelector('ie-hardware-chart');
    if (!requests || !cpu) throw new Error('The charts are missing');
    await drawn(requests, cpu);
    const hoverUntil = async (holds: () => unknown): Promise<void> => {
      for (let nth = 0; !holds(); nth++) {
        const { x, y } = placeIn(requests, nth % 2 ? 0.4 : 0.45);
        await sendMouse({ type: 'move', position: [x, y] });
        await nextFrame();
      }
    };
    await until(() => inside(requests, '.tooltip') !== null);
    await hoverUntil(() => inside(requests, '.tooltip-rows.compared') && rowsOf(requests)[0]?.includes('120'));
    const key = [...(cpu.shadowRoot?.querySelectorAll('button.key') ?? [])].find(
      ({ textContent }) => textContent.trim() === 'pod-new-1',
    );
    if (!key) throw new Error('There is no toggle');
    key.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = key.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await until(() => timeframe.state.except?.[0] === 'pod-new-1');
    requests.scrollIntoView({ block: 'center' });
    await hoverUntil(() => inside(requests, '.tooltip-rows.compared') && rowsOf(requests)[0]?.includes('60'));
    expect(rowsOf(requests)[0]?.slice(-2)).to.deep.equal(['120', '-50 %']);
    const lastOf = (then: boolean): FrameRequest | undefined =>
      source.requests.filter(({ metric, shift }) => metric === 'requests' && (shift !== undefined) === then).at(-1);
    expect([lastOf(false)?.replicas, lastOf(true)?.replicas]).to.deep.equal([['pod-new-2'], THEN]);
  });
});
