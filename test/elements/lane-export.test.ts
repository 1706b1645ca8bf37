import { expect, fixture, html } from '@open-wc/testing';
import { intervalsCsv, labelSet } from '../../src/core/index.js';
import type { ReplicaStatus, Timeframe } from '../../src/elements/index.js';
import { lanePage } from '../../src/elements/chart/menu/lane-table.js';
import { tablePage } from '../../src/elements/chart/menu/table-rows.js';
import { answerReplicas } from './replica-answers.js';
import { recordCanvasTexts } from './canvas-text.js';
import { canvasOf, drawn, FROM, HOUR, inside, nextFrame, part, TestSource, TO, until } from './support.js';

async function timelineOf(replicas: number): Promise<ReplicaStatus> {
  const source = new TestSource((request) => answerReplicas(request, HOUR, replicas));
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="Asia/Kolkata" locale="en-GB" .source=${source}>
      <ie-replica-status view="timeline"></ie-replica-status>
    </ie-timeframe>
  `);
  const chart = timeframe.querySelector('ie-replica-status');
  if (!chart) throw new Error('No replicas');
  await drawn(chart);
  await until(() => chart.frames[0]?.kind === 'intervals' && chart.toCSV());
  await nextFrame();
  return chart;
}

/** The texts of a picture, and its height. */
async function pictureOf(chart: ReplicaStatus): Promise<{ texts: string[]; height: number }> {
  const texts: string[] = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  const stop = recordCanvasTexts();
  const recorded = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    if (this.canvas !== canvasOf(chart)) texts.push(text);
    recorded.call(this, text, ...rest);
  };
  try {
    const { height } = await createImageBitmap(await chart.toPNG());
    return { texts, height };
  } finally {
    stop();
    CanvasRenderingContext2D.prototype.fillText = fillText;
  }
}

describe('toCSV of the timeline', () => {
  it('has the intervals of the lanes, with their replica, state and length, in times of the zone', async () => {
    const chart = await timelineOf(2);
    const [range, head, ...rows] = chart.toCSV('Asia/Kolkata').trimEnd().split('\n');
    expect(range).to.equal('# range: 2026-06-01T15:30:00.000+05:30/2026-06-01T16:30:00.000+05:30');
    expect(head).to.equal('from,to,replica,state,seconds');
    expect(rows).to.have.length(10);
    expect(rows[1]).to.equal('2026-06-01T15:35:00.000+05:30,2026-06-01T15:45:00.000+05:30,replica-0,downloading,600');
    expect(rows.filter((row) => row.includes('replica-1'))).to.have.length(5);
    expect(chart.toCSV()).to.contain('\n2026-06-01T10:05:00.000Z,2026-06-01T10:15:00.000Z,replica-0,downloading,600\n');
  });

  it('is that of bars again in the other view', async () => {
    const chart = await timelineOf(2);
    part<HTMLButtonElement>(chart, '.switch').click();
    await until(() => chart.toCSV().includes('time,running'));
  });

  it('defuses the names of a hostile server', () => {
    const lane = { name: '=cmd|x', labels: labelSet([]), intervals: [{ from: 0, to: 1500, state: '+a,b' }] };
    const text = intervalsCsv({ range: { from: 0, to: 60_000 }, lanes: [lane] });
    expect(text.split('\n')[2]).to.equal(`1970-01-01T00:00:00.000Z,1970-01-01T00:00:01.500Z,'=cmd|x,"'+a,b",1.5`);
  });
});

describe('the timeline as a table', () => {
  it('has a row for each interval in view, with what is known of its length', async () => {
    const chart = await timelineOf(20);
    part<HTMLButtonElement>(chart, '[part=menu-button]').click();
    await until(() => inside(chart, '.menu [role=menuitem]'));
    part<HTMLButtonElement>(chart, '.menu [role=menuitem]').click();
    await until(() => inside(chart, 'table'));
    const cells = (row: Element | undefined): string[] =>
      [...(row?.querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent ?? '');
    const rows = (): Element[] => [...part(chart, 'table').querySelectorAll('tr')];
    expect(cells(rows()[0])).to.deep.equal(['Replica', 'State', 'From', 'To', 'Duration']);
    expect(cells(rows()[1])).to.deep.equal([
      'replica-0',
      'pending',
      '1 Jun, 15:25:00',
      '1 Jun, 15:35:00',
      'at least 10 min',
    ]);
    expect(cells(rows()[2])).to.deep.equal([
      'replica-0',
      'downloading',
      '1 Jun, 15:35:00',
      '1 Jun, 15:45:00',
      '10 min',
    ]);
    expect(rows()).to.have.length(51);
    expect(part(chart, 'nav [role=status]').textContent).to.equal('1 – 50 of 100');
    part<HTMLButtonElement>(chart, '.key').click();
    await until(() => part(chart, 'nav [role=status]').textContent === '1 – 50 of 80');
  });

  it('says how long so far of a state that goes on', () => {
    const { from, to } = HOUR;
    const intervals = [
      { from: from + 600_000, to: from + 1_800_000, state: 'pending' },
      { from: from + 1_800_000, to, state: 'running' },
    ];
    const spec = {
      times: Float64Array.of(from),
      step: to - from,
      completeUntil: to,
      now: to,
      marks: [],
      y: { unit: '' },
      range: HOUR,
      lanes: [{ name: 'a', intervals }],
    };
    const view = { range: HOUR, timezone: 'UTC', locale: 'en', hidden: new Set<string>() };
    const { rows } = lanePage(spec, view, 0);
    expect(rows.map((row) => row.at(-1))).to.deep.equal(['20 min', '30 min so far']);
  });

  it('is of steps where a chart has no lanes', () => {
    const spec = { times: Float64Array.of(0), step: 1, completeUntil: 1, marks: [], y: { unit: '' }, range: HOUR };
    const view = { range: { from: 0, to: 1 }, timezone: 'UTC', locale: 'en', hidden: new Set<string>() };
    expect(tablePage(spec, view, 0)).to.deep.include({ head: ['Time'], all: 1 });
  });
});

describe('toPNG of the timeline', () => {
  it('has all lanes, also those that are scrolled to', async () => {
    const chart = await timelineOf(40);
    const shown = canvasOf(chart)?.clientHeight ?? 0;
    const { texts, height } = await pictureOf(chart);
    expect(height)
      .to.be.greaterThan(2 * 40 * 20)
      .and.greaterThan(4 * shown);
    for (let i = 0; i < 40; i++) expect(texts).to.include(`replica-${i}`);
    expect(texts.some((text) => text.includes(' of 40'))).to.equal(false);
  });

  it('has a hundred of more, those in view among them, and says so', async () => {
    const chart = await timelineOf(500);
    const first = await pictureOf(chart);
    expect(first.texts).to.include('Replicas 1 – 100 of 500').and.include('replica-0').and.include('replica-99');
    expect(first.texts).to.not.include('replica-101');
    const box = part(chart, '.lanes');
    box.scrollTop = box.scrollHeight;
    await until(() => box.scrollTop > 1000);
    await nextFrame();
    await nextFrame();
    const last = await pictureOf(chart);
    expect(last.texts).to.include('Replicas 401 – 500 of 500').and.include('replica-499');
    expect(last.height).to.be.within(2 * 100 * 20, 8000);
  });

  it('leaves nothing behind on the card, and the chart as it was', async () => {
    const chart = await timelineOf(40);
    const pixels = (): string | undefined => canvasOf(chart)?.toDataURL();
    const [before, elements] = [pixels(), chart.shadowRoot?.querySelectorAll('*').length];
    await chart.toPNG();
    expect(pixels()).to.equal(before);
    expect(chart.shadowRoot?.querySelectorAll('*').length).to.equal(elements);
  });

  it('has the few lanes that are all in view as they are shown', async () => {
    const chart = await timelineOf(3);
    const { height } = await pictureOf(chart);
    expect(height).to.be.lessThan(2 * (canvasOf(chart)?.clientHeight ?? 0) + 400);
  });
});
