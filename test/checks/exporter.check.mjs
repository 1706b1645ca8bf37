import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import test from 'node:test';
import { findProgram } from '../support/browsers/installed.mjs';

const promtool = findProgram('promtool');
const skip = promtool ? false : 'promtool is not installed';
/** Runs `npm run demo:exporter` until it has printed its address alone on a line. */
async function start(names) {
  const child = spawn(process.execPath, ['demo/exporter.mjs', '--names', names], {
    env: { ...process.env, PORT: '9400' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const origin = await new Promise((found, failed) => {
    child.stdout.once('data', (data) => found(String(data).trim()));
    ended.then((code) => failed(new Error(`the exporter ended with ${code}`)));
  });
  return { origin, end: () => (child.kill('SIGTERM'), ended) };
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

test('the exporter refuses names that it does not know, in words', () => {
  const { status, stderr } = spawnSync(process.execPath, ['demo/exporter.mjs', '--names', 'weather'], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /--names is "weather"; it is one of huggingface, vllm/);
});
