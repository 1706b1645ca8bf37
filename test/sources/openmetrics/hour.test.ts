import { expect } from '@open-wc/testing';
import { checkFrame, type FrameRequest, type SeriesFrame, type Source } from '../../../src/core/index.js';
import { simulatedEndpoint } from '../../../demo/simulator/index.js';
import { answersIn, type Answered } from '../../../demo/simulator/truth.js';
import { ANCHOR, HOUR, OPENING, recorded } from '../../demo/endpoints.js';
import { readDirectly } from './direct-reading.js';

const INTERVAL = 10_000;
const MINUTE = 60_000;
const range = { from: ANCHOR - HOUR, to: ANCHOR };
/** Five minutes without a reading, not by whole steps. */
const outage = { from: range.from + 28 * MINUTE + 2 * INTERVAL, to: range.from + 33 * MINUTE + INTERVAL };
/** What was answered after the last reading before it belongs to it. */
const unseen = { from: outage.from - INTERVAL, to: outage.to };
/** Replicas that run all day, so that nothing but the two restarts resets a counter. */
const steady = { maxReplicas: 3, pendingPerReplica: 0.01, kvCapacity: 1e9, slots: 3, queueLimit: 2 };

const trace = await recorded;
const options = { trace, anchor: OPENING, days: 0 };
const { signal } = new AbortController();

async function ask(source: Source, metric: string, more: Partial<FrameRequest>): Promise<SeriesFrame> {
  const request: FrameRequest = { metric, range, step: null, by: [], replicas: null, shape: 'series', ...more };
  const frame = checkFrame(await source.query(request, { signal }), request);
  if (frame.kind !== 'series') throw new Error(frame.kind);
  return frame;
}

/** How many were answered in a step, by class. */
function countsOf(answers: readonly Answered[], from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at, status } of answers) {
    const name = `${Math.floor(status / 100)}xx`;
    if (at >= from && at < to) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** What a frame says of a step, by class; `null` where it says nothing. */
function classesAt({ series }: SeriesFrame, index: number): Map<string, number> | null {
  if (series.every(({ values }) => Number.isNaN(values[index] ?? NaN))) return null;
  const counts = new Map<string, number>();
  for (const { name, values } of series) {
    const value = values[index] ?? NaN;
    const key = `${name.slice(0, 1)}xx`;
    if (value > 0) counts.set(key, (counts.get(key) ?? 0) + value);
  }
  return counts;
}

/**
 * Exact but for one thing: where a replica of a name that was there before counts a class up to what the one before had
 * counted, the text does not tell them apart; a text with times of creation would.
 */
function expectCounts(
  told: ReadonlyMap<string, number> | null,
  wanted: Map<string, number>,
  title: string,
  reused: boolean,
): void {
  if (!reused) return void expect(Object.fromEntries(told ?? []), title).to.deep.equal(Object.fromEntries(wanted));
  expect(told?.get('2xx') ?? 0, title).to.equal(wanted.get('2xx') ?? 0);
  for (const [name, count] of wanted) expect(told?.get(name) ?? 0, `${name}, ${title}`).to.be.within(count - 2, count);
}

for (const [names, parameters] of [
  ['huggingface', steady],
  ['vllm', steady],
  // Replicas come and go.
  ['huggingface', {}],
] as const) {
  const kind = parameters === steady ? 'steady' : 'scaled';
  describe(`an hour of the exporter read directly under the names of ${names}, ${kind}`, function () {
    this.timeout(120_000);
    const truth = simulatedEndpoint({ ...options, parameters, now: () => range.to });
    let source: Source;
    let answers: readonly Answered[] = [];

    before(async () => {
      const [first = '', second = ''] = truth.replicas;
      const restarts = [
        { at: range.from + 20 * MINUTE + 3 * INTERVAL, replica: first },
        { at: range.from + 45 * MINUTE + INTERVAL, replica: second },
      ];
      const read = { from: range.from - MINUTE, to: range.to };
      source = await readDirectly({
        names,
        probe: { ...options, parameters, restarts: kind === 'steady' ? restarts : [] },
        range: read,
        interval: INTERVAL,
        outage,
      });
      const all = await answersIn(truth, range);
      // What the proxy answers, no engine knows.
      answers = all.filter(({ replica }) => names === 'huggingface' || replica !== null);
    });

    it('has something to count in each part of it', () => {
      expect(countsOf(answers, range.from, unseen.from).size).to.be.at.least(2);
      expect(countsOf(answers, unseen.from, unseen.to).get('2xx')).to.be.above(100);
      expect(countsOf(answers, unseen.to, range.to).get('2xx')).to.be.above(1000);
    });

    for (const step of [INTERVAL, MINUTE, 5 * MINUTE, 15 * MINUTE]) {
      it(`counts by class what was answered in each ${step / 1000} s, and shows the outage as a gap`, async () => {
        const frame = await ask(source, 'requests', { step, by: ['status'] });
        let gaps = 0;
        frame.times.forEach((from, i) => {
          const to = from + step;
          const told = classesAt(frame, i);
          const title = new Date(from).toISOString();
          if (to <= unseen.from || from >= unseen.to || (from <= unseen.from && to >= unseen.to)) {
            expectCounts(told, countsOf(answers, from, to), title, kind === 'scaled');
          } else if (from >= unseen.from && to <= unseen.to) {
            expect(told, title).to.equal(null);
            gaps++;
          }
        });
        expect(frame.times.length).to.equal(HOUR / step);
        const wanted = Math.max(0, Math.floor(unseen.to / step) - Math.ceil(unseen.from / step));
        expect(gaps).to.equal(wanted);
      });
    }

    it('counts over it what was answered in it, restarts and outage included', async () => {
      const frame = await ask(source, 'requests', { by: ['status'] });
      expectCounts(classesAt(frame, 0), countsOf(answers, range.from, range.to), 'the hour', kind === 'scaled');
    });

    it('counts over the outage alone what was answered in it', async () => {
      const frame = await ask(source, 'requests', { by: ['status'], range: unseen });
      expectCounts(classesAt(frame, 0), countsOf(answers, unseen.from, unseen.to), 'it', kind === 'scaled');
    });

    it('has no pending requests, no CPU and no percentiles in the outage, and both beside it', async () => {
      const last = Math.floor((outage.from - 1 - range.from) / INTERVAL);
      for (const [metric, more] of [
        ['pending', {}],
        ['cpu', { by: ['replica'] }],
        ['latency', { quantiles: [0.5] }],
      ] as const) {
        const { times, series } = await ask(source, metric, { step: INTERVAL, ...more });
        const own = series.filter(({ labels }) => labels['series'] === undefined);
        for (const { values, name } of own) {
          times.forEach((at, i) => {
            if (at >= outage.from && at + INTERVAL < outage.to) expect(values[i], `${name} of ${metric}`).to.be.NaN;
          });
        }
        expect(own.some(({ values }) => (values[last - 1] ?? NaN) >= 0)).to.equal(true);
      }
    });
  });
}
