import { expect, fixture, html } from '@open-wc/testing';
import { DAY, HOUR as AN_HOUR, labelSet, MINUTE, type Frame, type FrameRequest } from '../../src/core/index.js';
import type { ReplicaStatus, Timeframe } from '../../src/elements/index.js';
import {
  answerTo,
  drawn,
  drawnPage,
  FROM,
  HOUR,
  inside,
  nextFrame,
  NOW,
  part,
  TestSource,
  textOf,
  TO,
  until,
  type Page,
} from './support.js';

/** Data from one moment to before another, ms: in each step that touches them. */
const between =
  (from: number, to: number) =>
  (request: FrameRequest): Frame =>
    answerTo(request, {
      value: (time) => (time < to && time + (request.step ?? 0) > from ? 5 : Number.NaN),
    });

const offer = (chart: Element): string => inside(chart, '.message .action')?.textContent ?? '';

/** What was asked beside the usual. */
const looks = ({ requests }: TestSource): readonly FrameRequest[] =>
  requests.filter(({ metric, range }) => metric === 'requests' && range.to <= HOUR.from + MINUTE * 2);

async function emptyPage(answer: (request: FrameRequest) => unknown): Promise<Page> {
  const page = await drawnPage(new TestSource(answer));
  await until(() => inside(page.requests, '.message'));
  return page;
}

describe('the last data of a source', () => {
  it('are offered with their time where a range has none, and shown by a press', async () => {
    const end = HOUR.from - 5 * AN_HOUR + 17 * MINUTE;
    const { timeframe, requests } = await emptyPage(between(end - 20 * MINUTE, end));
    await until(() => offer(requests) === 'Last data: 1 Jun, 05:17');
    part<HTMLButtonElement>(requests, '.message .action').click();
    await until(() => !inside(requests, '.message'));
    const { from, to } = timeframe.state.range;
    expect(to).to.be.within(end, end + 15 * MINUTE);
    expect(to - from).to.be.within(AN_HOUR, AN_HOUR + 15 * MINUTE);
  });

  it('are found weeks ago, too, by a few coarse questions', async () => {
    const end = HOUR.from - 19 * DAY;
    const { requests, source } = await emptyPage(between(end - 40 * MINUTE, end));
    await until(() => offer(requests) === 'Last data: 13 May, 10:00');
    expect(looks(source).length).to.be.at.most(6);
    for (const { range, step } of looks(source)) expect((range.to - range.from) / (step ?? 1)).to.be.at.most(150);
  });

  it('are found after the range, where that is in the past', async () => {
    const late = HOUR.to + 3 * AN_HOUR;
    const source = new TestSource((request) => ({ ...between(late - AN_HOUR, late)(request), now: late + MINUTE }));
    const { requests } = await drawnPage(source);
    await until(() => offer(requests) === 'Last data: 1 Jun, 14:00');
  });

  it('are looked for once while a live range goes on, and anew for another range', async () => {
    const { timeframe, requests, source } = await emptyPage(between(HOUR.from - 3 * AN_HOUR, HOUR.from - 2 * AN_HOUR));
    await until(() => offer(requests) !== '');
    const asked = looks(source).length;
    timeframe.store.request({ type: 'refresh' });
    await nextFrame();
    await until(() => part(requests, '.plot').ariaBusy !== 'true');
    await nextFrame();
    expect(looks(source)).to.have.length(asked);
  });

  it('are not looked for where there are data, nor where nobody sees that there are none', async () => {
    const full = await drawnPage();
    await nextFrame();
    await nextFrame();
    expect(looks(full.source)).to.have.length(0);
    const source = new TestSource(between(0, 1));
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} .source=${source}>
        <div id="above"></div>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const above = timeframe.querySelector<HTMLElement>('#above');
    if (above) above.style.height = '4000px';
    const [requests] = timeframe.querySelectorAll('ie-requests-chart');
    if (!requests) throw new Error('No chart');
    await until(() => inside(requests, '.message'));
    for (let i = 0; i < 5; i++) await nextFrame();
    expect(looks(source)).to.have.length(0);
    requests.scrollIntoView();
    await until(() => looks(source).length > 0);
  });

  it('that cannot be had are no error of the chart', async () => {
    const errors: unknown[] = [];
    const page = await drawnPage(
      new TestSource((request) => {
        if (request.range.to <= HOUR.from + MINUTE) throw new Error('too long ago');
        return between(0, 1)(request);
      }),
    );
    page.requests.addEventListener('ie-error', (event) => errors.push(event));
    await until(() => looks(page.source).length > 0);
    for (let i = 0; i < 5; i++) await nextFrame();
    expect(errors).to.have.length(0);
    expect(offer(page.requests)).to.equal('');
    expect(textOf(page.requests)).to.contain('No data in this range.');
  });

  it('of a function of one’s own are found in its rows', async () => {
    const end = HOUR.from - 3 * DAY;
    const own = ({ range, step }: FrameRequest): Record<string, [number, number | null][]> => {
      const width = step ?? range.to - range.from;
      const length = Math.ceil((range.to - range.from) / width);
      const times = Array.from({ length }, (_, i) => range.from + i * width);
      return { 200: times.map((time) => [time, time < end ? 5 : null]) };
    };
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${own}>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const [chart] = timeframe.querySelectorAll('ie-requests-chart');
    if (!chart) throw new Error('No chart');
    await until(() => offer(chart) === 'Last data: 29 May, 10:00');
  });

  it('of lanes end to the millisecond', async () => {
    const end = HOUR.from - 2 * DAY + 12_345;
    const source = new TestSource((request) =>
      request.shape !== 'intervals'
        ? answerTo(request, { value: () => Number.NaN })
        : {
            kind: 'intervals',
            range: request.range,
            step: request.step,
            completeUntil: request.range.to,
            now: NOW,
            notices: [],
            lanes:
              request.range.from < end
                ? [{ name: 'a', labels: labelSet([]), intervals: [{ from: end - DAY, to: end, state: 'running' }] }]
                : [],
          },
    );
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
        <ie-replica-status view="timeline"></ie-replica-status>
      </ie-timeframe>
    `);
    const chart: ReplicaStatus | null = timeframe.querySelector('ie-replica-status');
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    await until(() => offer(chart) === 'Last replica: 30 May, 10:00');
    part<HTMLButtonElement>(chart, '.message .action').click();
    await until(() => timeframe.state.range.to <= HOUR.from);
    expect(timeframe.state.range.to).to.be.within(end, end + 15 * MINUTE);
  });
});
