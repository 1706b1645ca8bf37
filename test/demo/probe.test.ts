import { expect } from '@open-wc/testing';
import { STATUSES } from '../../demo/simulator/answers.js';
import { Probe } from '../../demo/simulator/probe.js';
import type { ProbeOptions } from '../../demo/simulator/probe.js';
import { answersIn } from '../../demo/simulator/truth.js';
import { ANCHOR, askLanes, askSeries, endpointOf, HOUR, OPENING, recorded, total, valuesOf } from './endpoints.js';

const trace = await recorded;
const truth = endpointOf(trace);
const probeOf = (options: Partial<ProbeOptions> = {}): Probe =>
  new Probe({ trace, anchor: OPENING, now: () => ANCHOR, days: 0, ...options });
const hour = { from: ANCHOR - HOUR, to: ANCHOR };

/** What ran from the beginning of the last hour to its end. */
async function steady(): Promise<readonly string[]> {
  const lanes = await askLanes(truth, hour);
  return lanes
    .filter(({ intervals: [first, ...more] }) => !more.length && first?.state === 'running' && first.to >= hour.to)
    .map(({ name }) => name);
}

describe('a probe of the simulated endpoint', function () {
  it('counts of each replica and status what was answered between two moments', async () => {
    const probe = probeOf();
    const names = await steady();
    expect(names.length).to.be.above(1);
    const before = probe.at(hour.from).replicas.map(({ proxied }) => [...proxied.statuses]);
    const after = probe.at(hour.to).replicas;
    const answers = await answersIn(truth, hour);
    for (const [i, { name, proxied }] of after.entries()) {
      if (!names.includes(name)) continue;
      const counted = proxied.statuses.map((value, status) => value - (before[i]?.[status] ?? 0));
      const wanted = STATUSES.map((s) => answers.filter((one) => one.replica === name && one.status === s).length);
      expect(counted, name).to.deep.equal(wanted);
    }
  });

  it('counts all that was ever answered, and puts each latency into its bucket', async () => {
    const { all } = probeOf().at(ANCHOR);
    const answers = await answersIn(truth, { from: truth.createdAt, to: ANCHOR });
    expect(total(all.statuses)).to.equal(answers.length);
    const answered = answers.filter(({ status }) => status === 200);
    let below = 0;
    all.latency.bounds.forEach((bound, i) => {
      below += all.latency.counts[i] ?? 0;
      expect(below, `up to ${bound} s`).to.equal(answered.filter(({ latency }) => latency <= bound).length);
    });
    expect(all.firstToken.count).to.equal(answered.length);
    expect(all.latency.sum).to.be.closeTo(total(answered.map(({ latency }) => latency)), 1e-6);
  });

  it('holds at a moment the requests that have come and are not answered', async () => {
    const at = ANCHOR - HOUR / 2 - 1234;
    const { replicas } = probeOf().at(at);
    const later = await answersIn(truth, { from: at, to: ANCHOR });
    const held = later.filter((one) => one.status === 200 && one.at - one.latency * 1000 < at);
    expect(held.length).to.be.above(0);
    for (const { name, batch, queue } of replicas)
      expect(batch + queue, name).to.equal(held.filter(({ replica }) => replica === name).length);
  });

  it('tells the usage of the last whole tick, as the source does', async () => {
    const { replicas } = probeOf().at(ANCHOR + 3000 - HOUR);
    const range = { from: ANCHOR - HOUR - 5000, to: ANCHOR - HOUR };
    for (const metric of ['cpu', 'gpu'] as const) {
      const frame = await askSeries(truth, metric, { range, step: 5000, by: ['replica'] });
      for (const one of replicas) {
        if (one.serves) expect(one[metric], one.name).to.be.closeTo(valuesOf(frame, one.name)[0] ?? NaN, 1e-6);
      }
    }
  });

  it('adds up the CPU that a server has used', async () => {
    const probe = probeOf();
    const before = probe.at(hour.from).replicas;
    const after = probe.at(hour.to).replicas;
    const frame = await askSeries(truth, 'cpu', { range: hour, step: null, by: ['replica'] });
    for (const name of await steady()) {
      const [first, last] = [before, after].map((all) => all.find((one) => one.name === name)?.cpuSeconds ?? NaN);
      const wanted = (valuesOf(frame, name)[0] ?? NaN) * 3600;
      expect((last ?? NaN) - (first ?? NaN), name).to.be.closeTo(wanted, wanted / 1e4);
    }
  });

  it('says the same at a moment however many came before it', () => {
    const often = probeOf();
    for (let at = ANCHOR - HOUR; at < ANCHOR; at += 7001) often.at(at);
    expect(often.at(ANCHOR)).to.deep.equal(probeOf().at(ANCHOR));
  });

  it('goes on over the night, into the next day', async () => {
    const probe = new Probe({ trace, anchor: OPENING, days: 1 });
    const two = endpointOf(trace, { days: 1 });
    const answers = await answersIn(two, { from: two.createdAt, to: ANCHOR });
    expect(total(probe.at(ANCHOR).all.statuses)).to.equal(answers.length);
  });

  it('counts from nothing after a restart, without losing what came since the last moment', async () => {
    const [replica = ''] = await steady();
    const restart = ANCHOR - HOUR / 2;
    const probe = probeOf({ restarts: [{ at: restart, replica }] });
    const answered = async (from: number, to: number): Promise<number> =>
      (await answersIn(truth, { from, to })).filter((one) => one.replica === replica).length;
    const counted = (at: number): number =>
      total(probe.at(at).replicas.find(({ name }) => name === replica)?.proxied.statuses ?? []);
    const before = counted(hour.from);
    expect(counted(restart) - before).to.equal(await answered(hour.from, restart));
    expect(counted(restart + 10_000)).to.equal(await answered(restart, restart + 10_000));
    expect(counted(ANCHOR)).to.equal(await answered(restart, ANCHOR));
  });

  it('refuses to go back', () => {
    const probe = probeOf();
    probe.at(ANCHOR);
    expect(() => probe.at(ANCHOR - 1)).to.throw('goes forward');
  });
});
