import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { CONTENT_SECURITY_POLICY } from '../../demo/policy.mjs';
import { chartsDrawn, openBrowser, openPage } from '../package/browser.mjs';
import { findProgram } from '../support/browsers/installed.mjs';
import { started } from '../support/started.mjs';

const promtool = findProgram('promtool');
const skip = promtool ? false : 'promtool is not installed';

const ORIGIN = /^http:\/\/localhost:\d+\/$/m;
const PAGE = /http:\/\/localhost:\d+\/demo\/\?\S+$/m;

/** Runs `npm run demo:exporter` until it has printed its address alone on a line, or that of the page. */
async function start(names, address = ORIGIN) {
  const env = { ...process.env, PORT: '9400' };
  const {
    child,
    address: printed,
    ended,
  } = started(process.execPath, ['demo/exporter.mjs', '--names', names], { env, address });
  return { origin: await printed, end: () => (child.kill('SIGTERM'), ended) };
}

for (const names of ['huggingface', 'vllm']) {
  test(`all that the exporter has under the names of ${names} is what a Prometheus reads`, { skip }, async () => {
    const { origin, end } = await start(names);
    try {
      const targets = await (await fetch(new URL('targets', origin))).json();
      assert.ok(targets.length > 0);
      for (const { targets: hosts, labels } of targets) {
        const { __metrics_path__: path, job } = labels;
        assert.ok(job);
        const response = await fetch(`http://${hosts[0]}${path}`);
        assert.match(response.headers.get('Content-Type'), /^text\/plain; version=0\.0\.4/);
        const { status, stderr } = spawnSync(promtool, ['check', 'metrics'], {
          input: await response.text(),
          encoding: 'utf8',
        });
        assert.notEqual(status, 1, `${path}: ${stderr}`);
        // Names that others have published are as they are.
        assert.doesNotMatch(stderr, /^ie_demo_/m, path);
      }
      assert.equal((await fetch(new URL('replica/none/metrics', origin))).status, 404);
    } finally {
      assert.equal(await end(), 0);
    }
  });
}

/** In the page: the replicas that its source knows, and those that have a line of their own. */
async function readByReplica() {
  const { signal } = new AbortController();
  const { source } = document.querySelector('ie-openmetrics-source');
  const { replicas } = await source.describe({ signal });
  const range = { from: Date.now() - 60_000, to: Date.now() + 10_000 };
  const request = { metric: 'batch', range, step: null, by: ['replica'], replicas: null, shape: 'series' };
  const { series } = await source.query(request, { signal });
  return { replicas: replicas.map(({ name }) => name), lines: series.map(({ name }) => name).sort() };
}

for (const names of ['huggingface', 'vllm']) {
  test(`the demo's page reads the exporter directly under the names of ${names}`, { timeout: 300_000 }, async () => {
    const { origin, end } = await start(names, PAGE);
    const browser = await openBrowser();
    try {
      const answer = await fetch(origin);
      assert.equal(answer.headers.get('Content-Security-Policy'), CONTENT_SECURITY_POLICY);
      const { page, problems } = await openPage(browser, origin);
      await chartsDrawn(page, 2);
      // The page asks for the recording of the simulated endpoint early, and does not need it here.
      assert.deepEqual(
        problems.filter((text) => !text.includes('azure-llm-2023.bin was preloaded')),
        [],
      );
      const { replicas, lines } = await page.evaluate(readByReplica);
      // Replicas that do not run print no batch.
      assert.ok(lines.length > 1, replicas.join());
      for (const name of lines) assert.ok(replicas.includes(name), name);
    } finally {
      await browser.close();
      assert.equal(await end(), 0);
    }
  });
}

test('the exporter refuses names that it does not know, in words', () => {
  const { status, stderr } = spawnSync(process.execPath, ['demo/exporter.mjs', '--names', 'weather'], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /--names is "weather"; it is one of huggingface, vllm/);
});
