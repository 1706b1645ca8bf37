import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildIfStale } from '../../demo/server/build.mjs';
import entries from '../../.size-limit.mjs';
import { openBrowser, openPage, servePortal } from './browser.mjs';

const ASSETS = 'assets/v1/charts';
const budgetOf = (page) => entries.find(({ name }) => name.includes(page));
const TWO_CHARTS = budgetOf('two charts');
const WHOLE_PAGE = budgetOf('<ie-analytics>');

let folder, portal, browser;

before(async () => {
  await buildIfStale();
  folder = mkdtempSync(join(tmpdir(), 'ie-charts-paint-'));
  mkdirSync(join(folder, ASSETS), { recursive: true });
  cpSync('dist/ie-charts.js', join(folder, ASSETS, 'ie-charts.js'));
  cpSync('dist/chunks', join(folder, ASSETS, 'chunks'), { recursive: true });
  cpSync('demo/cases', join(folder, 'cases'), { recursive: true });
  cpSync('test/package/pages', join(folder, 'portal/pages'), { recursive: true });
  portal = await servePortal(folder);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  portal?.close();
  rmSync(folder, { recursive: true });
});

/** In the page: notes when something was first drawn on each canvas, ms since the page began. */
function noteDrawings() {
  const first = new Map();
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...args) {
    if (!first.has(this.canvas)) first.set(this.canvas, performance.now());
    return fillText.apply(this, args);
  };
  window.firstDrawings = first;
}

/** In the page: the scripts asked for by when all charts and numbers stood there; `null` before that. */
function scriptsUntilPainted(charts, stats) {
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const elements = all(document);
  const canvases = elements.filter(({ localName }) => localName === 'canvas');
  const times = canvases.flatMap((canvas) => window.firstDrawings.get(canvas) ?? []);
  const numbers = elements.filter((one) => one.localName === 'ie-stat' && one.getClientRects().length > 0);
  const counted = numbers.filter((stat) => /\d/.test(stat.shadowRoot.querySelector('dd')?.textContent ?? ''));
  if (times.length < charts || numbers.length < stats || counted.length < numbers.length) return null;
  const painted = Math.max(...times);
  return performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => name.endsWith('.js') && startTime <= painted)
    .map(({ name }) => new URL(name).pathname);
}

/** The files of the build that fit the list of a budget. */
function listed(globs) {
  const files = ['ie-charts.js', ...readdirSync('dist/chunks').map((file) => `chunks/${file}`)];
  const fits = globs.map((glob) => {
    const pattern = glob
      .replace(/[.]/g, '\\.')
      .replace(/\*/g, '[0-9a-f]+')
      .replace(/\{([^}]*)\}/g, (_, names) => `(${names.replaceAll(',', '|')})`);
    return new RegExp(`^${pattern}$`);
  });
  return files.map((file) => `dist/${file}`).filter((file) => fits.some((one) => one.test(file)));
}

/** What is loaded for a hand after a chart's first drawing; another chart may be drawn first meanwhile. */
function forHands() {
  const chunks = readdirSync('dist/chunks').filter((name) => /^(interaction|later-controls)-.*\.js$/.test(name));
  const others = chunks.flatMap((chunk) =>
    Array.from(readFileSync(`dist/chunks/${chunk}`, 'utf8').matchAll(/"\.\/([\w.-]+\.js)"/g), ([, name]) => name),
  );
  return new Set([...chunks, ...others].map((name) => `dist/chunks/${name}`));
}

/** The chunks without which a chunk does not run; those of the entry are handed over by it. */
const importsOf = (file) =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/(?:from|import)"\.\/([\w.-]+\.js)"/g),
    ([, name]) => `dist/chunks/${name}`,
  );

const sizeOf = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** Opens the page; to paint it fetches `needed` of the library and nothing else, within the budget. */
async function checkFetched(name, needed, { limit } = WHOLE_PAGE, charts = 4, stats = 8) {
  assert.deepEqual(
    needed.flatMap(importsOf).filter((file) => !needed.includes(file)),
    [],
  );
  const { page, problems } = await openPage(browser, `${portal.address}/portal/pages/${name}.html`, noteDrawings);
  const handle = await page.waitForFunction(scriptsUntilPainted, { polling: 'raf', timeout: 60_000 }, charts, stats);
  const asked = await handle.jsonValue();
  assert.deepEqual(problems, []);
  await page.close();
  const hands = forHands();
  const fetched = asked
    .filter((path) => path.startsWith(`/${ASSETS}`))
    .map((path) => path.replace(`/${ASSETS}`, 'dist'))
    .filter((file) => needed.includes(file) || !hands.has(file));
  const sizes = fetched.map((file) => `${sizeOf(file)} ${file}`).join('\n');
  const sum = fetched.reduce((all, file) => all + sizeOf(file), 0);
  assert.ok(sum <= Number.parseFloat(limit) * 1000, `${sum} bytes:\n${sizes}`);
  assert.deepEqual(fetched.toSorted(), needed.toSorted());
}

test('the scripts fetched until a toolbar and two charts have painted are those of their budget, and within it', async () => {
  await checkFetched('two-charts', listed(TWO_CHARTS.path), TWO_CHARTS, 2, 0);
});

test('the scripts fetched until <ie-analytics> has painted are those of its budget, and within it', async () => {
  await checkFetched('analytics', listed(WHOLE_PAGE.path));
});

test('a function that answers rows fetches what reads these besides, and stays within the budget too', async () => {
  await checkFetched('analytics-rows', listed([...WHOLE_PAGE.path, 'dist/chunks/rows-*.js']));
});
