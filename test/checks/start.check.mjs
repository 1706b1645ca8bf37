import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { CONTENT_SECURITY_POLICY } from '../../demo/policy.mjs';
import { started } from '../support/started.mjs';

const ADDRESS = /^http:\/\/localhost:(\d+)\/$/m;

/** Runs `npm start` until it has printed its address alone on a line. */
const start = (port) => started('npm', ['start'], { env: { ...process.env, PORT: String(port) }, address: ADDRESS });

/** A port that is taken while the test runs; the one after it is most likely free. */
const taken = (host) =>
  new Promise((done) => {
    const server = createServer().listen(0, host, () => done(server));
  });

/** npm itself may be gone a moment before what it started. */
async function isSilent(origin) {
  for (let tries = 0; tries < 50; tries++) {
    try {
      await (await fetch(origin)).text();
    } catch {
      return true;
    }
    await pause(100);
  }
  return false;
}

test('npm start serves the demo under the strict header, beside a port that is taken, and leaves nothing', async () => {
  const other = await taken('127.0.0.1');
  const { port } = other.address();
  const { child, address, ended } = start(port);
  try {
    const origin = await address;
    assert.notEqual(origin, `http://localhost:${port}/`);
    const page = await fetch(origin);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('Content-Security-Policy'), CONTENT_SECURITY_POLICY);
    assert.match(await page.text(), /<ie-analytics/);
    for (const script of ['dist/ie-charts.js', 'dist/demo/main.js']) {
      const response = await fetch(new URL(script, origin));
      assert.equal(response.status, 200, script);
      assert.equal(response.headers.get('Content-Encoding'), 'gzip');
    }
    for (const secret of ['package.json', 'demo/..%2fpackage.json', '.git/config']) {
      assert.equal((await fetch(new URL(secret, origin))).status, 404, secret);
    }
    child.kill('SIGTERM');
    await ended;
    assert.ok(await isSilent(origin), 'something still listens');
  } finally {
    child.kill();
    other.close();
  }
});

test('without its packages npm start and npm test say what to do', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'ie-charts-bare-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const part of ['demo', 'src', 'test/support', 'package.json', 'rollup.config.mjs', 'web-test-runner.config.mjs'])
    cpSync(part, join(folder, part), { recursive: true });
  for (const script of ['demo/serve.mjs', 'test/support/run.mjs']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
    assert.notEqual(status, 0, script);
    assert.match(stderr + stdout, /run `npm ci` first/, script);
    assert.doesNotMatch(stderr, /\n {4}at /, `${script} shows a stack`);
  }
});
