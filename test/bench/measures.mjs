import { CATEGORIES, mainThread } from './trace.mjs';

/** Points of each series: those in view, one before them, and for the live page those to come. */
const COLD_POINTS = 361;
const LIVE_POINTS = 700;
const WARM_UP = 10;
export const TICKS = 40;
export const MOVES = 100;
const VIEWPORT = { width: 1680, height: 1640 };
const CANVAS = '800 × 260';

/** Four charts on a page with nothing in its caches: ms until their frame, and of CPU until then. */
export function firstPaint(browser, url, name) {
  return withPage(browser, async (page) => {
    await startTrace(page);
    const wall = await open(page, url, name, 4, COLD_POINTS);
    const { script, task } = mainThread(await stopTrace(page), 'open', 'painted');
    return { wall, script, task };
  });
}

/** Eight charts that get new points, and then a pointer that crosses the first: ms of CPU for each tick and move. */
export function live(browser, url, name) {
  return withPage(browser, async (page) => {
    await open(page, url, name, 8, LIVE_POINTS);
    await page.evaluate((count) => bench.ticks(count, 8), WARM_UP);
    await startTrace(page);
    await page.evaluate((count) => bench.ticks(count, 8), TICKS);
    const box = await page.evaluate(plotBox);
    await move(page, box, WARM_UP);
    await page.evaluate(() => void performance.mark('first-moves'));
    await move(page, box, MOVES);
    await page.evaluate(() => void performance.mark('moves'));
    await move(page, box, MOVES);
    await page.evaluate(() => void performance.mark('moved'));
    await check(page, name);
    const events = await stopTrace(page);
    return {
      tick: each(mainThread(events, 'ticks', 'ticked'), TICKS),
      firstMove: each(mainThread(events, 'first-moves', 'moves'), MOVES),
      move: each(mainThread(events, 'moves', 'moved'), MOVES),
    };
  });
}

async function withPage(browser, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const result = await use(page);
    if (errors.length > 0) throw new Error(`${page.url()}: ${errors[0]}`);
    return result;
  } finally {
    await context.close();
  }
}

/** ms from navigation until the frame with all charts is done. */
async function open(page, url, name, charts, points) {
  await page.goto(`${url}/${name}-${charts}.html?charts=${charts}&points=${points}`, { waitUntil: 'domcontentloaded' });
  return page.evaluate(() => bench.painted);
}

const startTrace = (page) => page.tracing.start({ categories: ['-*', ...CATEGORIES] });
const stopTrace = async (page) => JSON.parse(Buffer.from(await page.tracing.stop()).toString()).traceEvents;

const each = ({ script, task }, count) => ({ script: script / count, task: task / count });

/** Real moves, each handled before the next, to and fro over the middle of the first plot. */
async function move(page, { left, top, width, height }, count) {
  for (let i = 0; i < count; i++) {
    const share = Math.abs(((i * 7) % 200) - 100) / 100;
    await page.mouse.move(left + width * (0.05 + 0.9 * share), top + height * (0.4 + 0.2 * share));
  }
}

/** Both sides drew on canvases of the same size, and the last chart's cursor follows the pointer over the first. */
async function check(page, name) {
  const { sizes, followed } = await page.evaluate(lookAround);
  if (sizes.length !== 1 || sizes[0] !== CANVAS) throw new Error(`${name} drew canvases of ${sizes.join(', ')}`);
  if (!followed) throw new Error(`The last chart of ${name} does not follow the cursor`);
}

/** In the page: where the data of the first chart stand. */
function plotBox() {
  const root = document.querySelector('ie-latency-chart')?.renderRoot ?? document;
  const { left, top, width, height } = root.querySelector('.u-over').getBoundingClientRect();
  return { left, top, width, height };
}

/** In the page. */
function lookAround() {
  const charts = [...document.querySelectorAll('ie-latency-chart, .plot')].map((chart) => chart.renderRoot ?? chart);
  const sizes = charts
    .map((chart) => chart.querySelector('.uplot canvas'))
    .map(({ width, height }) => `${width} × ${height}`);
  const cursor = charts.at(-1).querySelector('.crosshair, .u-cursor-x');
  return { sizes: [...new Set(sizes)], followed: cursor.getBoundingClientRect().height > 0 };
}
