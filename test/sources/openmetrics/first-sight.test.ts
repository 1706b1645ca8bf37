import { expect } from '@open-wc/testing';
import type { FrameRequest } from '../../../src/core/index.js';
import { openMetricsSource, type OpenMetricsOptions } from '../../../src/sources/index.js';
import { columns } from '../prometheus/support.js';

const START = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;
const { signal } = new AbortController();

type Counts = Readonly<Record<string, number>>;

/** What a server prints of its counters, by replica; seconds since the epoch after `@` are times of creation. */
const textOf = (counts: Readonly<Record<string, number | readonly [total: number, created: number]>>): string =>
  `# TYPE http_requests counter\n${Object.entries(counts)
    .map(([replica, told]) => {
      const [total, created] = typeof told === 'number' ? [told, NaN] : told;
      const labels = `{replica_id="${replica}",status_code="200"}`;
      return (
        `http_requests_total${labels} ${total}\n` +
        (Number.isNaN(created) ? '' : `http_requests_created${labels} ${created}\n`)
      );
    })
    .join('')}# EOF\n`;

/** Reads the servers of each minute, by address; `null`: all of them fail. Then asks for each minute and for all of them. */
async function read(
  minutes: readonly (Readonly<Record<string, string>> | null)[],
  more: Partial<OpenMetricsOptions> = {},
): Promise<{ steps: Readonly<Record<string, readonly (number | null)[]>>; total: Counts }> {
  let now = START;
  let texts: Readonly<Record<string, string>> | null = {};
  const source = openMetricsSource({
    profile: 'huggingface',
    now: () => now,
    targets: () => Object.keys(texts ?? {}),
    fetch: async (url) => {
      const text = texts?.[String(url)] ?? '';
      return new Response(text, { status: text === '' ? 503 : 200, headers: { 'Content-Type': 'text/plain' } });
    },
    ...more,
  });
  for (const [minute, given] of minutes.entries()) {
    now = START + minute * MINUTE;
    texts = given ?? Object.fromEntries(Object.keys(texts ?? {}).map((url) => [url, '']));
    await source.describe?.({ signal }).catch(() => undefined);
  }
  const range = { from: START, to: START + (minutes.length - 1) * MINUTE };
  const request: FrameRequest = {
    metric: 'requests',
    range,
    step: MINUTE,
    by: ['replica'],
    replicas: null,
    shape: 'series',
  };
  const whole = columns(await source.query({ ...request, step: null }, { signal }));
  return {
    steps: columns(await source.query(request, { signal })),
    total: Object.fromEntries(Object.entries(whole).map(([name, [value]]) => [name, value ?? NaN])),
  };
}

const seconds = (minute: number): number => START / 1000 + minute * 60;

describe('a counter that is seen for the first time', () => {
  it('counts in full where its server was read before without it', async () => {
    const { steps, total } = await read([{ '/m': textOf({ a: 5 }) }, { '/m': textOf({ a: 6, b: 7 }) }]);
    expect(steps).to.deep.equal({ a: [1], b: [7] });
    expect(total).to.deep.equal({ a: 1, b: 7 });
  });

  it('counts nothing where it was created before its server was read last', async () => {
    const { steps } = await read([
      { '/m': textOf({ a: 5 }) },
      { '/m': textOf({ a: 6, b: [700, seconds(-60)] }) },
      { '/m': textOf({ a: 6, b: [703, seconds(-60)] }) },
    ]);
    expect(steps).to.deep.equal({ a: [1, 0], b: [null, 3] });
  });

  it('counts nothing where its server is seen for the first time, for it may have counted for a year', async () => {
    const { steps, total } = await read([
      { '/a': textOf({ a: 5 }) },
      { '/a': textOf({ a: 6 }), '/b': textOf({ b: 1_000_000 }) },
      { '/a': textOf({ a: 6 }), '/b': textOf({ b: 1_000_002 }) },
    ]);
    expect(steps).to.deep.equal({ a: [1, 0], b: [null, 2] });
    expect(total).to.deep.equal({ a: 1, b: 2 });
  });

  it('counts in full at a new server that says that it was created since', async () => {
    const { steps } = await read([
      { '/a': textOf({ a: 5 }) },
      { '/a': textOf({ a: 6 }), '/b': textOf({ b: [9, seconds(0.5)], c: [8, seconds(-0.5)] }) },
    ]);
    expect(steps).to.deep.equal({ a: [1], b: [9], c: [null] });
  });

  it('counts nothing where the text before was cut off', async () => {
    const { steps } = await read(
      [
        { '/m': textOf({ a: 5, b: 100, c: 200 }) },
        { '/m': textOf({ b: 101, c: 201 }) },
        { '/m': textOf({ b: 102, c: 202 }) },
      ],
      { limits: { series: 2 } },
    );
    expect(steps).to.deep.equal({ a: [null, null], b: [1, 1], c: [null, 1] });
  });

  it('is shown no increase of before the first reading that is kept', async () => {
    const minutes = Array.from({ length: 60 }, (_, minute) => ({ '/m': textOf({ a: 1000 + minute }) }));
    const { steps, total } = await read(minutes, { retention: '20m' });
    const known = (steps['a'] ?? []).filter((value) => value !== null);
    expect(known.length).to.be.within(18, 25);
    expect(known.every((value) => value === 1)).to.equal(true);
    expect(total['a']).to.equal(known.length);
  });
});

describe('a counter that is not in each text', () => {
  it('counts over the scrape between, as where two processes take turns behind one address', async () => {
    const minutes = [{ a: 0 }, { b: 100 }, { a: 20 }, { b: 140 }, { a: 40 }, { b: 180 }];
    const { steps, total } = await read(minutes.map((counts) => ({ '/m': textOf(counts as Counts) })));
    expect(steps).to.deep.equal({ a: [10, 10, 10, 10, null], b: [100, 20, 20, 20, 20] });
    expect(total).to.deep.equal({ a: 40, b: 180 });
  });

  it('counts on where its value is no number for a while, or without end', async () => {
    const texts = [1, 2, 'NaN', 4, '+Inf', 6].map((value) => ({
      '/m': `# TYPE http_requests counter\nhttp_requests_total{replica_id="a",status_code="200"} ${value}\n`,
    }));
    const { steps, total } = await read(texts);
    expect(steps).to.deep.equal({ a: [1, 1, 1, 1, 1] });
    expect(total).to.deep.equal({ a: 5 });
  });
});

describe('a replica that comes back', () => {
  it('as a server: what it counted meanwhile belongs to no step, and to the range', async () => {
    const { steps, total } = await read([
      { '/a': textOf({ a: 0 }), '/b': textOf({ b: 10 }) },
      { '/a': textOf({ a: 1 }), '/b': textOf({ b: 11 }) },
      { '/a': textOf({ a: 2 }) },
      { '/a': textOf({ a: 3 }) },
      { '/a': textOf({ a: 4 }), '/b': textOf({ b: 511 }) },
      { '/a': textOf({ a: 5 }), '/b': textOf({ b: 512 }) },
    ]);
    expect(steps).to.deep.equal({ a: [1, 1, 1, 1, 1], b: [1, null, null, null, 1] });
    expect(total).to.deep.equal({ a: 5, b: 502 });
  });

  it('as series of one server: in the same way where it has counted on', async () => {
    const { steps, total } = await read([
      { '/m': textOf({ a: 0, b: 10 }) },
      { '/m': textOf({ a: 1, b: 11 }) },
      { '/m': textOf({ a: 2 }) },
      { '/m': textOf({ a: 3 }) },
      { '/m': textOf({ a: 4, b: 511 }) },
      { '/m': textOf({ a: 5, b: 512 }) },
    ]);
    expect(steps).to.deep.equal({ a: [1, 1, 1, 1, 1], b: [1, null, null, null, 1] });
    expect(total).to.deep.equal({ a: 5, b: 502 });
  });

  it('as series of one server: for its last step where it has begun anew, since it was not there before', async () => {
    const { steps, total } = await read([
      { '/m': textOf({ a: 0, b: 10 }) },
      { '/m': textOf({ a: 1, b: 11 }) },
      { '/m': textOf({ a: 2 }) },
      { '/m': textOf({ a: 3, b: 4 }) },
    ]);
    expect(steps).to.deep.equal({ a: [1, 1, 1], b: [1, null, 4] });
    expect(total).to.deep.equal({ a: 3, b: 5 });
  });

  it('after an outage with new series in it: they belong to no step, and to the range', async () => {
    const { steps, total } = await read([
      { '/m': textOf({ a: 0 }) },
      { '/m': textOf({ a: 1 }) },
      { '/m': textOf({ a: 2 }) },
      null,
      null,
      null,
      { '/m': textOf({ a: 60, b: 40 }) },
      { '/m': textOf({ a: 61, b: 41 }) },
      { '/m': textOf({ a: 62, b: 42 }) },
    ]);
    expect(steps).to.deep.equal({
      a: [1, 1, null, null, null, null, 1, 1],
      b: [null, null, null, null, null, null, 1, 1],
    });
    expect(total).to.deep.equal({ a: 62, b: 42 });
  });
});
