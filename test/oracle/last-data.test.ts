import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import '../../src/elements/index.js';
import { drawn, part, until } from '../elements/support.js';
import { forEachServer, scene, sourceOf } from './scene.js';

const HOUR = 3_600_000;
const iso = (time: number): string => new Date(time).toISOString();

describe('the last data of a real server', function () {
  forEachServer((kind, names) => {
    it('are found from a range before all data, and shown', async () => {
      const from = scene.range.from - 30 * HOUR;
      const timeframe = await fixture<Timeframe>(html`
        <ie-timeframe from=${iso(from)} to=${iso(from + HOUR)} timezone="UTC" .source=${sourceOf(kind, names)}>
          <ie-requests-chart></ie-requests-chart>
        </ie-timeframe>
      `);
      const [chart] = timeframe.querySelectorAll('ie-requests-chart');
      if (!chart) throw new Error('No chart');
      await drawn(chart);
      await until(() => chart.shadowRoot?.querySelector('.message .action'));
      part<HTMLButtonElement>(chart, '.message .action').click();
      await until(() => timeframe.state.range.from > from + HOUR);
      const { range, now } = timeframe.state;
      // The server is scraped on while this runs.
      expect(range.to).to.be.within(scene.range.to - HOUR / 4, now + HOUR / 4);
      await until(() => chart.shadowRoot?.querySelector('.message') === null && chart.frames.length > 0);
    });
  });
});
