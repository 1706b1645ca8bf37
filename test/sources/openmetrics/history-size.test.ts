import { expect } from '@open-wc/testing';
import { parseOpenMetrics } from '../../../src/core/index.js';
import { openMetricsSource } from '../../../src/sources/index.js';
import { TargetHistory } from '../../../src/sources/openmetrics/history.js';
import { SampleColumn } from '../../../src/sources/openmetrics/sample-column.js';
import { Turns } from '../../../src/sources/turns.js';
import { leastTime, timeOf } from '../../support/least-time.js';
import { columns } from '../prometheus/support.js';

const START = Date.UTC(2026, 0, 5, 12);
const STEP = 10_000;
const { signal } = new AbortController();
const gauges = (from: number, count: number): string =>
  `# TYPE tgi_queue_size gauge\n${Array.from({ length: count }, (_, i) => `tgi_queue_size{pod="${from + i}"} ${i}\n`).join('')}`;

describe('what is kept', () => {
  it('is at most as many samples as is said, a series as three hundred, and not much less', async () => {
    let now = START;
    const source = openMetricsSource({
      url: '/metrics',
      profile: 'tgi',
      samples: 50_000,
      now: () => now,
      fetch: async () => new Response(gauges(0, 100)),
    });
    for (let scrape = 0; scrape < 1000; scrape++, now += STEP) await source.describe?.({ signal });
    const range = { from: START, to: now };
    const request = { metric: 'queue', range, step: STEP, by: ['replica'], replicas: null, shape: 'series' } as const;
    const kept = Object.values(columns(await source.query(request, { signal })))
      .flat()
      .filter((value) => value !== null).length;
    // The last step shows the last reading on.
    expect(kept).to.be.within(50_000 * (7 / 8) - 100 * 302, 50_000 - 100 * 299);
  });

  it('are two readings at least', async () => {
    let now = START;
    const source = openMetricsSource({
      url: '/metrics',
      profile: 'llamacpp',
      samples: 1,
      now: () => now,
      fetch: async () =>
        new Response(
          `# TYPE llamacpp:tokens_predicted_total counter\nllamacpp:tokens_predicted_total ${now - START}\n`,
        ),
    });
    for (let scrape = 0; scrape < 20; scrape++, now += STEP) await source.describe?.({ signal });
    const range = { from: START, to: now };
    const request = {
      metric: 'tokens',
      range,
      step: STEP,
      by: ['direction'],
      replicas: null,
      shape: 'series',
    } as const;
    const { output = [] } = columns(await source.query(request, { signal }));
    expect(output.filter((value) => value !== null)).to.deep.equal([STEP]);
  });

  it('goes on without the names of what is gone', async () => {
    const history = new TargetHistory('', '', NaN);
    const turns = new Turns();
    let most = 0;
    for (let scrape = 0; scrape < 200; scrape++) {
      const table = history.tableNow();
      // 500 stay, 500 are new each time.
      const text = gauges(0, 500) + gauges(1e6 + scrape * 500, 500).replace(/^#.*\n/, '');
      await history.add(START + scrape * STEP, parseOpenMetrics(text, { mode: 'lenient', table }), turns);
      await history.forget(START + (scrape - 5) * STEP, turns);
      most = Math.max(most, table.size);
    }
    expect(most).to.be.below(20_000);
    expect([...history.series].length).to.equal(500 + 6 * 500);
    for (const series of history.series) {
      const pod = Number(series.labels['pod']);
      if (pod < 500) expect(series.at(history.times.length - 1)).to.equal(pod);
    }
  });

  it('forgets many series that are gone in no time', async () => {
    const time = await leastTime(1000, async () => {
      const history = new TargetHistory('', '', NaN);
      const turns = new Turns();
      await history.add(START, parseOpenMetrics(gauges(0, 50_000), { mode: 'lenient' }), turns);
      await history.add(START + STEP, parseOpenMetrics(gauges(0, 1), { mode: 'lenient' }), turns);
      const forgetting = await timeOf(() => history.forget(START + STEP, turns));
      expect([...history.series].length).to.equal(1);
      expect([...history.named('tgi_queue_size')].length).to.equal(1);
      return forgetting;
    });
    expect(time).to.be.below(1000);
  });
});

describe('a column of samples', () => {
  it('drops exactly as many as is said, packed ones too', () => {
    for (const length of [5, 511, 512, 513, 1500]) {
      for (const drops of [[1], [3, 200], [511, 1], [512, 100], [100, 412, 600], [2000]]) {
        const column = new SampleColumn();
        const list: number[] = [];
        const push = (value: number): void => {
          column.push(value);
          list.push(value);
        };
        for (let i = 0; i < length; i++) push(i % 7 === 0 ? NaN : i * 3);
        for (const count of drops) {
          column.drop(count);
          list.splice(0, count);
          push(0.5);
          expect(column.length).to.equal(list.length);
          expect(Array.from(list, (_, i) => column.at(i))).to.deep.equal(list);
          expect([column.at(-1), column.at(list.length)]).to.deep.equal([NaN, NaN]);
        }
      }
    }
  });
});
