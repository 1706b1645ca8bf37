import { setTimeout as pause } from 'node:timers/promises';

/** Answers the commands of test/support/commands.ts that the runner does not have. */
export function devtoolsPlugin() {
  const sessions = new WeakMap();
  const begun = new Map();
  let ticket = 0;
  const devtools = async (page) => {
    let client = sessions.get(page);
    if (!client) sessions.set(page, (client = await page.createCDPSession()));
    return client;
  };
  return {
    name: 'devtools',
    async executeCommand({ command, payload, session }) {
      if (command === 'result') return resultOf(begun, payload.ticket);
      if (!(command in COMMANDS) && !OF_ALL.includes(command)) return undefined;
      const { browser } = session;
      const page = browser.type === 'puppeteer' ? browser.getPage(session.id) : null;
      const chromium = browser.name.startsWith('Chromium');
      if (command === 'abilities')
        return { devtools: chromium, touch: chromium, viewport: page !== null, wheel: page !== null };
      if (command === 'wheel' && page) {
        await page.mouse.wheel(payload);
        return true;
      }
      if (command === 'double-click') {
        const { x, y } = payload;
        await (page ? page.mouse.click(x, y, { count: 2 }) : browser.doubleClick(session.id, x, y));
        return true;
      }
      if (command === 'hold-key' && !page) {
        await browser.holdKey(session.id, payload.key, payload.down);
        return true;
      }
      if (!page || (!chromium && command !== 'hold-key')) throw new Error(`${browser.name} has no command ${command}`);
      const answer = COMMANDS[command](command === 'hold-key' ? page : await devtools(page), payload, page);
      if (!LONG.includes(command)) return answer;
      begun.set(++ticket, answer);
      // Whoever asks for it is told.
      answer.catch(() => undefined);
      return { ticket };
    },
  };
}

/** Commands that do not go by the DevTools protocol. */
const OF_ALL = ['abilities', 'wheel', 'double-click'];

/** What may take longer than the runner waits for an answer: these are begun, and their result is asked for. */
const LONG = ['heap-counters', 'count-objects'];
/** ms; the runner waits 20 s. */
const SOON = 10_000;

/** Nothing while it is on its way. */
async function resultOf(begun, ticket) {
  const timer = new AbortController();
  const answer = await Promise.race([begun.get(ticket), pause(SOON, undefined, { signal: timer.signal })]);
  timer.abort();
  if (answer === undefined) return {};
  begun.delete(ticket);
  return { answer };
}

const COMMANDS = {
  'hold-key': async (page, { key, down }) => {
    await (down ? page.keyboard.down(key) : page.keyboard.up(key));
    return true;
  },
  touch: async (client, { type, points }) => {
    const touchPoints = points.map(({ x, y, id }, nth) => ({ x, y, id: id ?? nth }));
    await client.send('Input.dispatchTouchEvent', { type, touchPoints });
    return true;
  },
  'heap-counters': async (client) => {
    await client.send('Performance.enable');
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const counter = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return {
      listeners: counter('JSEventListeners'),
      nodes: counter('Nodes'),
      documents: counter('Documents'),
      heap: counter('JSHeapUsedSize'),
    };
  },
  /** Counts living objects of a constructor that the page's global scope has, such as `HTMLCanvasElement`. */
  'count-objects': async (client, { constructor }) => {
    await client.send('HeapProfiler.collectGarbage');
    const prototype = await client.send('Runtime.evaluate', { expression: `${constructor}.prototype` });
    const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: prototype.result.objectId });
    const length = await client.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length; }',
    });
    await client.send('Runtime.releaseObject', { objectId: objects.objectId });
    return length.result.value;
  },
  'emulate-medium': async (client, { media = '', features = [] }) => {
    await client.send('Emulation.setEmulatedMedia', { media, features });
    return true;
  },
  'emulate-pixel-ratio': async (_client, { ratio }, page) => {
    const viewport = page.viewport();
    // A page is told of another ratio only with another size.
    await page.setViewport({ ...viewport, deviceScaleFactor: ratio, width: viewport.width + 1 });
    await page.setViewport({ ...viewport, deviceScaleFactor: ratio });
    return true;
  },
};
