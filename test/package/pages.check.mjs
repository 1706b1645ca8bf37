import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { buildIfStale } from '../../demo/server/build.mjs';
import { answer } from '../../demo/server/static-files.mjs';
import { chartsDrawn, openBrowser, openPage, servePortal } from './browser.mjs';

let folder, portal, browser;

before(async () => {
  await buildIfStale();
  folder = mkdtempSync(join(tmpdir(), 'ie-charts-portal-'));
  const assets = join(folder, 'assets/v1/charts');
  mkdirSync(assets, { recursive: true });
  cpSync('dist/ie-charts.js', join(assets, 'ie-charts.js'));
  cpSync('dist/chunks', join(assets, 'chunks'), { recursive: true });
  cpSync('dist/ie-charts.all.min.js', join(folder, 'cdn/charts.min.js'));
  cpSync('test/package/pages', join(folder, 'portal/pages'), { recursive: true });
  portal = await servePortal(folder);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  portal?.close();
  rmSync(folder, { recursive: true });
});

/** Pages of elements that draw on no canvas. */
const WITHOUT_CHARTS = new Set(['cases/stat.html']);

const chunkOf = (name) =>
  readdirSync('dist/chunks').find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
const ofElements = (path) => /\.define-|\/charts-/.test(path);

test('the script-tag build runs from a folder of the portal’s own, and fetches only what the page has', async () => {
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await chartsDrawn(page, 1);
  assert.ok(!portal.asked.some(ofElements), 'this chart stands in the entry');

  await page.evaluate(() => {
    const pending = document.createElement('ie-pending-chart');
    document.querySelector('ie-timeframe').append(pending);
  });
  await chartsDrawn(page, 2);
  assert.deepEqual(portal.asked.filter(ofElements), [`/assets/v1/charts/chunks/${chunkOf('charts')}`]);
  assert.deepEqual(problems, []);
  await page.close();
});

test('the script named with a version in its query is fetched once, and by no other name', async () => {
  portal.asked.length = 0;
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/versioned.html`);
  await chartsDrawn(page, 1);
  const asked = portal.asked.filter((path) => path.endsWith('/ie-charts.js'));
  assert.equal(asked.length, 1, asked.join());
  assert.deepEqual(problems, []);
  await page.close();
});

test('a page in print has its charts drawn for the width and the white of the paper, and for the screen after it', async () => {
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.setViewport({ width: 1600, height: 900 });
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'light dark'));
  await chartsDrawn(page, 1);
  await page.waitForFunction(() => document.querySelector('ie-requests-chart').shadowRoot.querySelector('.tooltip'));
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('ie-requests-chart');
    const canvas = shadowRoot.querySelector('.canvas canvas');
    /** Of what is drawn; the grounds of both are not. */
    const darkest = () => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      let least = 255;
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) least = Math.min(least, data[i + 1]);
      return least;
    };
    const look = () => ({
      plot: Math.floor(shadowRoot.querySelector('.plot').getBoundingClientRect().width),
      canvas: canvas.getBoundingClientRect().width,
      darkText: darkest() < 60,
    });
    window.looks = [look()];
    matchMedia('print').addEventListener('change', () => window.looks.push(look()));
  });
  await page.pdf({ format: 'A4' });
  const looks = await page.evaluate(() => window.looks);
  const [screen, paper, again] = looks;
  assert.equal(looks.length, 3);
  assert.ok(paper.plot < screen.plot - 500, JSON.stringify(looks));
  for (const { plot, canvas } of looks) assert.equal(canvas, plot, JSON.stringify(looks));
  assert.deepEqual(again, screen);
  assert.equal(paper.darkText, true);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a portal’s shadow root is looked through when it asks for it, and no longer after the undo', async () => {
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await chartsDrawn(page, 1);
  const known = await page.evaluate(async () => {
    const { discover } = await import('/assets/v1/charts/ie-charts.js');
    const root = document
      .querySelector('ie-timeframe')
      .appendChild(document.createElement('div'))
      .attachShadow({ mode: 'open' });
    discover(root)();
    root.append(document.createElement('ie-toolbar'));
    const stop = discover(root.appendChild(document.createElement('div')));
    root.lastElementChild.append(document.createElement('ie-pending-chart'));
    await customElements.whenDefined('ie-pending-chart');
    stop();
    return ['ie-toolbar', 'ie-pending-chart'].filter((tag) => customElements.get(tag));
  });
  assert.deepEqual(known, ['ie-pending-chart']);
  await chartsDrawn(page, 2);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a chunk that could not be fetched is asked for again with the next element of its kind', async () => {
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await chartsDrawn(page, 1);
  const toolbar = `/assets/v1/charts/chunks/${chunkOf('toolbar.define')}`;
  portal.refuseOnce(toolbar);
  const insert = () => document.querySelector('ie-timeframe').append(document.createElement('ie-toolbar'));
  const refused = page.waitForResponse((response) => response.url().endsWith(toolbar) && response.status() === 404);
  await page.evaluate(insert);
  await refused;
  // The answer is here before the import has failed in the page: the next element may still come too soon.
  for (let defined = false; !defined;) {
    await page.evaluate(insert);
    defined = await page.evaluate(() => Boolean(customElements.get('ie-toolbar')));
  }
  assert.ok(
    problems.some((text) => text.includes('toolbar')),
    problems.join('\n'),
  );
  await page.close();
});

test('buttons whose chunk could not be fetched come with the next data', async () => {
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await chartsDrawn(page, 1);
  const chunk = chunkOf('later-controls');
  portal.refuseOnce(`/assets/v1/charts/chunks/${chunk}`);
  const refused = page.waitForResponse((response) => response.url().endsWith(chunk) && response.status() === 404);
  await page.evaluate(() => document.querySelector('ie-timeframe').append(document.createElement('ie-toolbar')));
  await refused;
  const refresh = () => {
    document.querySelector('ie-timeframe').store.request({ type: 'refresh' });
    return Boolean(document.querySelector('ie-toolbar').shadowRoot.querySelector('.steps button'));
  };
  while (!(await page.evaluate(refresh))) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(problems.filter((text) => text.includes(chunk)).length, 1, problems.join('\n'));
  await page.close();
});

test('a chart whose other form could not be fetched says so, shows the usual one, and tries again', async () => {
  const { page } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await chartsDrawn(page, 1);
  const form = `/assets/v1/charts/chunks/${chunkOf('heatmap-form')}`;
  portal.asked.length = 0;
  portal.refuseOnce(form);
  const told = await page.evaluate(async () => {
    const chart = document.createElement('ie-latency-chart');
    chart.setAttribute('view', 'heatmap');
    const failed = new Promise((resolve) => chart.addEventListener('ie-error', ({ detail }) => resolve(detail.error)));
    document.querySelector('ie-timeframe').append(chart);
    return (await failed).message;
  });
  assert.match(told, /could not be loaded/);
  await chartsDrawn(page, 2);
  await page.evaluate(() => document.querySelector('ie-latency-chart').setAttribute('heading', 'Once more'));
  const asked = () => portal.asked.filter((path) => path === form).length;
  for (let tries = 0; asked() < 2 && tries < 100; tries++) await pause(100);
  assert.equal(asked(), 2);
  await page.close();
});

test('a page that cannot load what reads its address shows what its attributes say', async () => {
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/loader.html`);
  await chartsDrawn(page, 1);
  const chunk = readdirSync('dist/chunks').find((file) => /^kept-state-.*\.js$/.test(file));
  portal.refuseOnce(`/assets/v1/charts/chunks/${chunk}`);
  await page.evaluate(() => {
    const first = document.querySelector('ie-timeframe');
    const second = document.createElement('ie-timeframe');
    second.setAttribute('sync-url', '');
    second.source = first.source;
    second.append(document.createElement('ie-requests-chart'));
    first.after(second);
  });
  await chartsDrawn(page, 2);
  assert.ok(
    problems.some((text) => text.includes('kept-state')),
    problems.join('\n'),
  );
  await page.close();
});

test('the build in one file runs under any name and asks for no other script', async () => {
  portal.asked.length = 0;
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/all.html`);
  await chartsDrawn(page, 2);
  assert.deepEqual(portal.asked.filter((path) => path.endsWith('.js')).sort(), [
    '/cdn/charts.min.js',
    '/portal/pages/page.js',
  ]);
  assert.deepEqual(problems, []);
  await page.close();
});

for (const [name, script] of [
  ['loader', '/assets/v1/charts/ie-charts.js'],
  ['all', '/cdn/charts.min.js'],
]) {
  test(`${script} takes other annotations in place of those before, and says what it exports`, async () => {
    const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/${name}.html`);
    await chartsDrawn(page, 1);
    const asked = await page.evaluate(async (path) => {
      const { discover } = await import(path);
      discover(document.createElement('div'))();
      const timeframe = document.querySelector('ie-timeframe');
      const asked = [];
      /** Until the charts were told, and what they may have to ask after it. */
      const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
      const source = (name) => (asked.push(name), []);
      for (const annotations of [() => source('first'), () => source('second'), null]) {
        timeframe.annotations = annotations;
        await settled();
        asked.push('then');
        timeframe.setState({ range: annotations ? '6h' : '12h' });
        await settled();
      }
      return asked;
    }, script);
    const names = new Set(asked.slice(asked.indexOf('second')));
    assert.ok(asked.includes('first') && names.has('second') && !names.has('first'), asked.join());
    assert.equal(asked.at(-1), 'then', asked.join());
    assert.deepEqual(problems, []);
    await page.close();
  });
}

test('the demo and each of its cases run under the strict header, without a warning or a layout shift', async (context) => {
  const server = createServer(answer);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = `http://127.0.0.1:${server.address().port}/demo`;
  const cases = readdirSync('demo/cases').filter((file) => file.endsWith('.html') && file !== 'index.html');
  assert.ok(cases.includes('own-function.html'));
  const gallery = readFileSync('demo/cases/index.html', 'utf8');
  for (const file of cases) assert.ok(gallery.includes(`href="${file}"`), `the gallery lacks ${file}`);
  for (const path of ['', ...cases.map((file) => `cases/${file}`)]) {
    const { page, problems } = await openPage(browser, `${address}/${path}`);
    await page.waitForFunction(() => window.drawn.size > 0);
    await chartsDrawn(page, path === '' ? 4 : WITHOUT_CHARTS.has(path) ? 0 : 1);
    assert.deepEqual(problems, [], path);
    assert.equal(await page.evaluate(() => window.shifts.reduce((sum, shift) => sum + shift, 0)), 0, path);
    await page.close();
  }
});
