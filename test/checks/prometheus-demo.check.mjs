import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { KINDS, programsOf } from '../../demo/server/metric-server.mjs';
import { chartsDrawn, openBrowser, openPage } from '../package/browser.mjs';
import { CONTENT_SECURITY_POLICY } from '../../demo/policy.mjs';
import { started } from '../support/started.mjs';

const ADDRESS = /^http:\/\/localhost:\d+\/demo\/\?\S+$/m;

/** Runs `npm run demo:prometheus` until it has printed the page's address alone on a line. */
const start = (kind, env) => started(process.execPath, ['demo/prometheus.mjs', kind], { env, address: ADDRESS });

async function valueOf(origin, query) {
  const body = new URLSearchParams({ query });
  const response = await fetch(new URL('/prometheus/api/v1/query', origin), { method: 'POST', body });
  const { data } = await response.json();
  return Number(data.result[0]?.value[1]);
}

for (const kind of KINDS) {
  const missing = programsOf(kind);
  const skip = typeof missing === 'string' && missing;
  test(
    `the demo on ${kind} draws a day of history, scrapes on, and leaves nothing`,
    { skip, timeout: 200_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'demo-check-'));
      const { child, address, ended } = start(kind, { ...process.env, PORT: '8100', TMPDIR: folder });
      try {
        const origin = await address;
        const page = await fetch(origin);
        assert.equal(page.headers.get('Content-Security-Policy'), CONTENT_SECURITY_POLICY);
        assert.ok((await valueOf(origin, 'count_over_time(ie_demo_replicas{state="maximum"}[1d])')) > 5700);
        assert.ok((await valueOf(origin, 'sum(increase(http_requests{status_code="200"}[12h]))')) > 10_000);
        assert.equal(await valueOf(origin, 'max(ie_demo_replicas{state="maximum"})'), 6);
        const started = Date.now() / 1000;
        const browser = await openBrowser();
        try {
          const { page: drawn, problems } = await openPage(browser, origin);
          await chartsDrawn(drawn, 2);
          assert.deepEqual(problems, []);
        } finally {
          await browser.close();
        }
        while (!((await valueOf(origin, 'max(timestamp(ie_demo_replicas))')) > started)) await pause(500);
        child.kill('SIGTERM');
        assert.equal(await ended, 0);
        assert.deepEqual(readdirSync(folder), []);
        await assert.rejects(fetch(origin));
      } finally {
        child.kill();
        await ended;
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
}

test('the demo on a server that is not there says what to install', () => {
  const env = { ...process.env, PATH: '' };
  const { status, stderr } = spawnSync(process.execPath, ['demo/prometheus.mjs'], { env, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /prometheus and promtool are not installed\. Debian: apt-get install prometheus/);
});
