import assert from 'node:assert/strict';
import test from 'node:test';
import { METRICS } from '../../dist/core/index.js';
import { checkFrame } from '../../dist/core/frame/check-frame.js';
import { NoMetricError } from '../../dist/core/frame/frame-error.js';
import { asSource } from '../../dist/sources/index.js';
import { snippet } from '../support/readme.mjs';

const HOUR = 3_600_000;
const to = Math.floor(Date.now() / HOUR) * HOUR + HOUR;

/** What a piece of the README sets as the source of the page's time frame. */
function sourceOf(name) {
  const timeframe = {};
  new Function('document', snippet(name))({ querySelector: () => timeframe });
  return asSource(timeframe.source);
}

/** The checked answer to what an element asks of a metric; `null` where the source does not have it. */
async function ask(source, metric, step) {
  const { shape, labels, joining } = METRICS.get(metric) ?? { shape: 'events', labels: [] };
  const request = {
    metric,
    range: { from: to - HOUR, to },
    step,
    by: labels,
    replicas: null,
    shape,
    ...(joining === 'never' && shape === 'series' && { quantiles: [0.99, 0.5] }),
  };
  try {
    return checkFrame(await source.query(request, { signal: new AbortController().signal }), request);
  } catch (error) {
    if (error instanceof NoMetricError) return null;
    throw error;
  }
}

test('made-up.js answers each metric, or says that it does not have it', async () => {
  const source = sourceOf('made-up.js');
  const had = [];
  for (const metric of METRICS.keys()) {
    for (const step of [60_000, null]) if (await ask(source, metric, step)) had.push(metric);
  }
  const each = ['requests', 'latency', 'time-to-first-token', 'time-per-output-token'];
  assert.deepEqual(
    had,
    each.flatMap((metric) => [metric, metric]),
  );
});

test('replicas.js answers intervals and events that can be drawn', async () => {
  const source = sourceOf('replicas.js');
  assert.deepEqual((await source.describe()).metrics, ['replica-states', 'scaling']);
  const { lanes } = await ask(source, 'replica-states', 60_000);
  assert.deepEqual(
    lanes[0].intervals.map(({ state }) => state),
    ['initializing', 'running'],
  );
  const { events } = await ask(source, 'scaling', 60_000);
  assert.deepEqual([events[0].label, events[0].labels.kind], ['0 → 1', 'scale-up']);
});
