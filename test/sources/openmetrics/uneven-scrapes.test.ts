import { expect } from '@open-wc/testing';
import type { Frame, FrameRequest } from '../../../src/core/index.js';
import { openMetricsSource } from '../../../src/sources/index.js';
import { columns } from '../prometheus/support.js';

const T0 = Date.UTC(2026, 5, 1, 10);
const { signal } = new AbortController();

/** Reads a server at these seconds; its counter has counted ten a second, its gauge says how often it was read. */
async function read(
  seconds: readonly number[],
  more: Partial<FrameRequest>,
): Promise<Record<string, readonly (number | null)[]>> {
  return columns((await readings(seconds, more)).at(-1) ?? never());
}

const never = (): never => {
  throw new Error('nothing was read');
};

/** What is said after each of these readings but the first. */
async function readings(seconds: readonly number[], more: Partial<FrameRequest>): Promise<readonly Frame[]> {
  let now = T0;
  let times = 0;
  const text = (): string =>
    `# TYPE llamacpp:tokens_predicted_total counter\nllamacpp:tokens_predicted_total ${(now - T0) / 100}\n` +
    `# TYPE llamacpp:requests_deferred gauge\nllamacpp:requests_deferred ${++times}\n`;
  const source = openMetricsSource({
    url: '/metrics',
    profile: 'llamacpp',
    now: () => now,
    fetch: async () => new Response(text(), { headers: { 'Content-Type': 'text/plain' } }),
  });
  const range = { from: T0, to: T0 + (seconds.at(-1) ?? 0) * 1000 };
  const request = { metric: 'queue', range, step: 10_000, by: [], replicas: null, shape: 'series' } as const;
  const frames: Frame[] = [];
  for (const second of seconds) {
    now = T0 + second * 1000;
    await source.describe?.({ signal });
    if (second > 0) frames.push(await source.query({ ...request, ...more }, { signal }));
  }
  return frames;
}

/** The values of the steps that a frame calls complete, line by line. */
function completed(frame: Frame, until = frame.completeUntil): Record<string, readonly (number | null)[]> {
  const count = 'times' in frame ? frame.times.findIndex((time) => time >= until) : 0;
  return Object.fromEntries(
    Object.entries(columns(frame)).map(([name, values]) => [name, count < 0 ? values : values.slice(0, count)]),
  );
}

describe('readings that do not come with the steps', () => {
  it('leave no holes in steps that are shorter than their distance', async () => {
    expect((await read([0, 10, 20, 30], { step: 5000 }))['queue']).to.deep.equal([1, 1, 2, 2, 3, 3]);
    const counted = await read([0, 10, 20, 30], { metric: 'tokens', by: ['direction'], step: 5000 });
    expect(counted['output']).to.deep.equal([50, 50, 50, 50, 50, 50]);
  });

  it('leave no holes where one comes a little late, and count for the step in which it was counted', async () => {
    const seconds = [0, 10.004, 20.003, 29.999, 40.005];
    expect((await read(seconds, {}))['queue']).to.deep.equal([1, 2, 3.5, 4, 5]);
    const counted = await read(seconds, { metric: 'tokens', by: ['direction'] });
    expect(counted['output']?.slice(0, 4).map((value) => Math.round(value ?? NaN))).to.deep.equal([100, 100, 100, 100]);
  });

  it('share between two steps what was counted over their border', async () => {
    const counted = await read([0, 5, 15, 25], { metric: 'tokens', by: ['direction'] });
    expect(counted['output']).to.deep.equal([100, 100, 50]);
  });

  it('still leave a gap where several are missing', async () => {
    const seconds = [0, 10, 20, 60, 70, 80];
    expect((await read(seconds, {}))['queue']).to.deep.equal([1, 2, 3, null, null, null, 4, 5]);
    const counted = await read(seconds, { metric: 'tokens', by: ['direction'] });
    expect(counted['output']).to.deep.equal([100, 100, null, null, null, null, 100, 100]);
  });

  const times: Readonly<Record<string, readonly number[]>> = {
    'come less often from now on': [0, 5, 10, 15, 45, 75, 105, 135, 165],
    'begin between two turns': [0, 6, 36, 66, 96, 126],
    'fail for a while': [0, 10, 20, 60, 70, 80, 90, 100],
  };
  for (const [what, seconds] of Object.entries(times)) {
    it(`never change what they called complete, where they ${what}`, async () => {
      for (const more of [{}, { metric: 'tokens', by: ['direction'] }]) {
        const frames = await readings(seconds, { step: 5000, ...more });
        const last = frames.at(-1) ?? never();
        for (const frame of frames) expect(completed(frame)).to.deep.equal(completed(last, frame.completeUntil));
        expect(last.range.to - last.completeUntil, 'all is complete in the end').to.be.below(5000);
      }
    });
  }
});
