import { LINES } from './pages/data.js';
import { CATEGORIES, mainThread } from './trace.mjs';

/** Points of each series: those in view, one before them, and for the live page those to come. */
const COLD_POINTS = 361;
const LIVE_POINTS = 700;
const WARM_UP = 10;
export const TICKS = 40;
export const MOVES = 100;
const VIEWPORT = { width: 1680, height: 1640 };
const CANVAS = '800 × 260';
/** A line that stands has its colour in more columns of pixels than the legend. */
const COLUMNS = 300;

/** Four charts on a page with nothing in its caches: ms until their frame, and of CPU until then. */
export function firstPaint(browser, url, name) {
  return withPage(browser, async (page) => {
    await startTrace(page);
    const wall = await open(page, url, name, 4, COLD_POINTS);
    const { script, task } = mainThread(await stopTrace(page), 'open', 'painted');
    await checkLines(page, name);
    return { wall, script, task, bytes: await page.evaluate(scriptBytes) };
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
    await check(page, name, box);
    const events = await stopTrace(page);
    return {
      tick: each(mainThread(events, 'ticks', 'ticked'), TICKS),
      firstMove: each(mainThread(events, 'first-moves', 'moves'), MOVES),
      move: each(mainThread(events, 'moves', 'moved'), MOVES),
      bytes: await page.evaluate(scriptBytes),
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

/** All sides drew on canvases of the same size, and the last chart changes when the pointer moves over the first. */
async function check(page, name, box) {
  const { sizes, last } = await page.evaluate(lookAround);
  if (sizes.length !== 1 || sizes[0] !== CANVAS) throw new Error(`${name} drew canvases of ${sizes.join(', ')}`);
  const picture = () => page.screenshot({ clip: last, encoding: 'base64', captureBeyondViewport: false });
  const before = await picture();
  await move(page, box, 1);
  if ((await picture()) === before) throw new Error(`The last chart of ${name} does not follow the cursor`);
}

/** When the measure of the first paint ended, each chart in a host of its own had all its lines. */
async function checkLines(page, name) {
  const columns = await page.evaluate(
    columnsOf,
    LINES.map(({ stroke }) => stroke),
  );
  if (Math.min(...columns) < COLUMNS) throw new Error(`${name} was not drawn, but for ${columns.join(', ')} columns`);
}

/** In the page: in how many columns of its picture each line of each chart stands. */
function columnsOf(colours) {
  const wanted = colours.map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  return bench.pictures.flatMap((picture) => {
    const { data, width } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
    return wanted.map((rgb) => {
      const columns = new Set();
      for (let i = 0; i < data.length; i += 4) {
        if (rgb.every((value, at) => Math.abs(data[i + at] - value) < 30)) columns.add((i / 4) % width);
      }
      return columns.size;
    });
  });
}

/** In the page: where the data of the first chart stand. */
function plotBox() {
  const root = document.querySelector('ie-latency-chart')?.renderRoot ?? document;
  const { left, top, width, height } = bench.plot?.() ?? root.querySelector('.u-over').getBoundingClientRect();
  return { left, top, width, height };
}

/** In the page: the sizes of what each chart has of canvases together, and where the last chart stands. */
function lookAround() {
  const charts = [...document.querySelectorAll('ie-latency-chart, .plot')].map((chart) => chart.renderRoot ?? chart);
  const boxOf = (chart) => {
    const canvases = [...(chart.querySelector('.uplot') ?? chart).querySelectorAll('canvas')];
    const boxes = canvases.map((canvas) => {
      const { x, y } = canvas.getBoundingClientRect();
      return { x, y, right: x + canvas.width, bottom: y + canvas.height };
    });
    const [x, y] = ['x', 'y'].map((side) => Math.min(...boxes.map((box) => box[side])));
    const width = Math.max(...boxes.map(({ right }) => right)) - x;
    return { x, y, width, height: Math.max(...boxes.map(({ bottom }) => bottom)) - y };
  };
  const boxes = charts.map(boxOf);
  return { sizes: [...new Set(boxes.map(({ width, height }) => `${width} × ${height}`))], last: boxes.at(-1) };
}

/** In the page: gzipped bytes of the scripts that it fetched up to now, without the probe. */
function scriptBytes() {
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.endsWith('.js') && !name.endsWith('/probe.js'));
  return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}
