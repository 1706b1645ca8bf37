import { expect } from '@open-wc/testing';
import { decodeTrace } from '../../demo/simulator/trace.js';
import { answersIn } from '../../demo/simulator/truth.js';
import type { Kind } from './scene.js';
import { askSeries, forEachServer, replicas, scene, sourceOf, totalsBy, trace, truth } from './scene.js';

const { range, interval, outage } = scene;
const answers = await answersIn(truth, range);
const { context, generated } = decodeTrace(trace);

/** Exact on VictoriaMetrics; Prometheus extrapolates, and cannot know what a series counted before its first scrape. */
function expectCount(kind: Kind, answer: number | undefined, wanted: number, title: string, series: number): void {
  if (kind === 'victoriametrics') expect(answer, title).to.equal(wanted);
  else expect(answer, title).to.be.closeTo(wanted, Math.max(0.005 * wanted, series));
}

function countBy<T>(all: readonly T[], key: (one: T) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const name = key(one);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

describe('counts of a real server', function () {
  forEachServer((kind, names) => {
    const source = sourceOf(kind, names);
    // What the proxy answers, no engine knows.
    const seen = answers.filter(({ replica }) => names === 'huggingface' || replica !== null);

    it('are asked about where a counter starts anew and scrapes are missing', async () => {
      const name = names === 'huggingface' ? 'http_requests{job="endpoint"}' : 'http_requests_total';
      const valueOf = async (query: string): Promise<number | undefined> =>
        (await askSeries(source, 'own', { query })).series[0]?.values[0];
      expect(await valueOf(`max(resets(${name}[1h]))`)).to.equal(1);
      const missing = (outage.to - outage.from) / interval;
      expect(await valueOf(`max(count_over_time(${name}[1h] offset 1ms))`)).to.equal(360 - missing);
    });

    it('are those of each class of status over the range, with restarts and an outage in it', async () => {
      const status = (code: number): string => (names === 'huggingface' ? `${code}` : `${Math.floor(code / 100)}xx`);
      const wanted = countBy(seen, (one) => status(one.status));
      expect(wanted.size).to.be.at.least(2);
      const totals = await totalsBy(source, 'requests', 'status');
      for (const [name, value] of wanted) expectCount(kind, totals.get(name), value, name, replicas.length);
      for (const [name, value] of totals) if (!wanted.has(name)) expect(value, name).to.equal(0);
    });

    it('are those of each replica', async () => {
      const wanted = countBy(seen, ({ replica }) => replica);
      expect(wanted.size).to.equal(replicas.length);
      const totals = await totalsBy(source, 'requests', 'replica');
      for (const [name, value] of wanted) expectCount(kind, totals.get(name), value, name, 2);
    });

    it('of some replicas are theirs alone', async () => {
      const [replica = ''] = replicas;
      const { series } = await askSeries(source, 'requests', { replicas: [replica] });
      const wanted = seen.filter((one) => one.replica === replica).length;
      expectCount(kind, series[0]?.values[0], wanted, replica, 2);
    });

    it('of tokens are those of the requests that were answered', async () => {
      const totals = await totalsBy(source, 'tokens', 'direction');
      const answered = answers.filter(({ status }) => status === 200);
      for (const [direction, tokens] of [
        ['input', context],
        ['output', generated],
      ] as const) {
        const wanted = answered.reduce((sum, { request }) => sum + (tokens[request] ?? 0), 0);
        expectCount(kind, totals.get(direction), wanted, direction, replicas.length);
      }
    });

    it('in steps begin where they were counted: a step is what was answered in it', async () => {
      // Before the restarts and the outage.
      const part = { from: range.from, to: range.from + 900_000 };
      const frame = await askSeries(source, 'requests', { range: part, step: 60_000 });
      const [values] = frame.series.map((series) => series.values);
      expect([...frame.times]).to.deep.equal(Array.from({ length: 15 }, (_, i) => part.from + i * 60_000));
      values?.forEach((value, i) => {
        const from = part.from + i * 60_000;
        const wanted = seen.filter(({ at }) => at >= from && at < from + 60_000).length;
        // Prometheus sees five of six intervals of a window that is open on the left, and extrapolates the sixth.
        if (kind === 'victoriametrics') expect(value, `minute ${i}`).to.equal(wanted);
        else expect(value, `minute ${i}`).to.be.closeTo(wanted, wanted * 0.35);
      });
    });

    it('of an outage are a gap, and not a rate of zero', async () => {
      const frame = await askSeries(source, 'requests', { step: 60_000, by: ['status'] });
      const inside = [...frame.times].flatMap((at, i) =>
        at >= outage.from + 60_000 && at + 60_000 < outage.to - interval ? [i] : [],
      );
      expect(inside.length).to.be.at.least(2);
      for (const { values } of frame.series) for (const i of inside) expect(values[i]).to.be.NaN;
    });
  });
});
