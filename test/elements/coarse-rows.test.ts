import { expect, fixture, html } from '@open-wc/testing';
import type { SimpleAnswer } from '../../src/core/index.js';
import type { Timeframe } from '../../src/elements/index.js';
import { requestsSpec } from '../../src/elements/requests-chart/requests-spec.js';
import { drawn, nextEvent, textOf, until } from './support.js';

describe('the case of a function of one’s own', () => {
  it('shows its counts a minute as bars of a minute, however far it is zoomed', async () => {
    const rows = (await (await fetch('/demo/cases/requests.json')).json()) as SimpleAnswer;
    let asked = 0;
    const source = (): SimpleAnswer => {
      asked++;
      return rows;
    };
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from="2023-11-16T18:15:00Z" to="2023-11-16T19:15:00Z" timezone="UTC" locale="en" .source=${source}>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector('ie-requests-chart');
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    const from = Date.parse('2023-11-16T18:30:00Z');
    const told = nextEvent(chart, 'ie-data');
    timeframe.store.request({ type: 'zoom', range: { from, to: from + 180_000 } });
    await told;
    const [frame] = chart.frames;
    if (frame?.kind !== 'series') throw new Error('No series');
    const { step, y } = requestsSpec(frame, { details: false });
    expect([step, y.per]).to.deep.equal([60_000, '1 min']);
    expect([...frame.times]).to.deep.equal([from, from + 60_000, from + 120_000]);
    await until(() => textOf(chart).includes('Rows came 1m apart'));
    expect(asked).to.equal(2);
  });
});
