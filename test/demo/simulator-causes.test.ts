import { expect } from '@open-wc/testing';
import type { SimulatedEndpoint } from '../../demo/simulator/index.js';
import { answersIn } from '../../demo/simulator/truth.js';
import { decodeTrace } from '../../demo/simulator/trace.js';
import { ANCHOR, ask, askLanes, endpointOf, HOUR, recorded, steadyTrace } from './endpoints.js';

const day = { from: ANCHOR - 11 * HOUR, to: ANCHOR };
const statusesOf = async (endpoint: SimulatedEndpoint) =>
  new Set((await answersIn(endpoint, day)).map(({ status }) => status));

/** The stretches in which at least one replica ran, as a test of a moment. */
async function runningAt(endpoint: SimulatedEndpoint): Promise<(at: number) => boolean> {
  const running = (await askLanes(endpoint, day)).flatMap(({ intervals }) =>
    intervals.filter(({ state }) => state === 'running'),
  );
  // Answers are kept in whole ms.
  return (at) => running.some(({ from, to }) => from < at + 1 && at < to);
}

describe('a status of the simulated endpoint', function () {
  // A morning is simulated in a tenth of a second, but not on a busy machine.

  it('is 200 alone where nothing is scarce, once a replica runs', async () => {
    const endpoint = endpointOf(steadyTrace(2000, 500, 50));
    const runs = await runningAt(endpoint);
    for (const { at, status } of await answersIn(endpoint, day)) expect(status).to.equal(runs(at) ? 200 : 503);
  });

  it('is 503 for the requests of a morning until the first replica runs', async () => {
    const endpoint = endpointOf(await recorded);
    const runs = await runningAt(endpoint);
    const answers = await answersIn(endpoint, day);
    expect(answers[0]?.status).to.equal(503);
    for (const { at, status } of answers) expect(status === 503, `${status} at ${at}`).to.equal(!runs(at));
  });

  it('is 400 for every context over the limit, and for no other', async () => {
    const trace = decodeTrace(await recorded);
    const endpoint = endpointOf(await recorded, { parameters: { contextLimit: 4000 } });
    const answers = await answersIn(endpoint, day);
    expect(answers.some(({ status }) => status === 400)).to.equal(true);
    for (const { status, request } of answers) {
      const context = trace.context[request] ?? NaN;
      if (status === 400) expect(context).to.be.above(4000);
      else if (status !== 503) expect(context).to.be.at.most(4000);
    }
  });

  it('is 429 where the queues are full, and never where they are long enough', async () => {
    const trace = steadyTrace(200, 100, 200);
    const parameters = { peakShare: 1, maxReplicas: 1, slots: 1, queueLimit: 2 };
    const full = endpointOf(trace, { parameters });
    expect(await statusesOf(full)).to.deep.equal(new Set([503, 200, 429]));
    const long = endpointOf(trace, { parameters: { ...parameters, queueLimit: 1e6 } });
    expect(await statusesOf(long)).to.deep.equal(new Set([503, 200]));
  });

  it('is 500 for all that a replica held when it died of GPU memory', async () => {
    const endpoint = endpointOf(await recorded, { parameters: { kvCapacity: 12_000 } });
    const answers = await answersIn(endpoint, day);
    const frame = await ask(endpoint, 'scaling', { shape: 'events', range: day });
    const deaths = new Set(
      frame.kind === 'events'
        ? frame.events.filter(({ labels }) => labels.cause === 'out of GPU memory').map(({ at }) => Math.floor(at))
        : [],
    );
    expect(deaths.size).to.be.above(0);
    const failed = new Set(answers.filter(({ status }) => status === 500).map(({ at }) => at));
    expect(failed).to.deep.equal(deaths);
  });

  it('is never 500 where memory is ample', async () => {
    const endpoint = endpointOf(await recorded, { parameters: { kvCapacity: 1e9 } });
    expect((await statusesOf(endpoint)).has(500)).to.equal(false);
  });
});

describe('the latency of a simulated request', function () {
  it('is the time of its prefill and of its tokens where nothing else runs', async () => {
    // 500 tokens read at 10 a ms; then 49 more tokens, 12 ms each.
    const parameters = { prefillSpeed: 10, tokenTime: 12 };
    const endpoint = endpointOf(steadyTrace(5000, 500, 50), { parameters });
    const answered = (await answersIn(endpoint, day)).filter(({ status }) => status === 200);
    expect(answered.length).to.be.above(0);
    for (const { latency, firstToken } of answered) {
      expect(firstToken).to.be.closeTo(0.05, 1e-6);
      expect(latency).to.be.closeTo(0.05 + 49 * 0.012, 1e-6);
    }
  });

  it('grows with the batch and with the queue', async () => {
    const parameters = { peakShare: 1, maxReplicas: 1, slots: 4, queueLimit: 8, prefillSpeed: 10, tokenTime: 12 };
    const endpoint = endpointOf(steadyTrace(250, 500, 200), { parameters });
    const last = { from: ANCHOR - HOUR, to: ANCHOR };
    const answered = (await answersIn(endpoint, last)).filter(({ status }) => status === 200);
    const alone = 0.05 + 199 * 0.012;
    for (const { latency } of answered) expect(latency).to.be.above(alone * 1.2);
  });
});
