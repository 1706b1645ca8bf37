import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CONTENT_SECURITY_POLICY } from '../../demo/policy.mjs';
import { findChromium, NO_CHROMIUM } from '../support/browsers/chromium.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };

/** A browser; close it at the end. */
export async function openBrowser() {
  const chromium = await findChromium();
  if (!chromium) throw new Error(NO_CHROMIUM);
  return puppeteer.launch({ ...chromium, headless: true });
}

/**
 * A page, and whatever is wrong on it: warnings, errors, exceptions, violations of its header, layout shifts. `first` runs
 * in it before its own scripts.
 */
export async function openPage(browser, url, first) {
  const page = await browser.newPage();
  if (first) await page.evaluateOnNewDocument(first);
  const problems = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  await page.exposeFunction('noteProblem', (text) => problems.push(text));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.noteProblem(`${violatedDirective} blocked ${blockedURI}`),
    );
    const drawn = new Map();
    document.addEventListener('ie-data', (event) => drawn.set(event.composedPath()[0], performance.now()));
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({
      type: 'layout-shift',
      buffered: true,
    });
    Object.assign(window, { drawn, shifts });
  });
  await page.goto(url);
  return { page, problems };
}

/** Waits until this many charts have data and something is drawn on each. */
export async function chartsDrawn(page, count) {
  await page.waitForFunction(
    (wanted) => {
      const painted = [...window.drawn.keys()].filter((chart) => {
        const canvas = chart.shadowRoot.querySelector('canvas');
        if (!canvas?.width) return false;
        // Reading the canvas itself would change how the browser draws on it.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
      });
      return painted.length >= wanted;
    },
    { polling: 'raf', timeout: 60_000 },
    count,
  );
}

/** Serves a folder under the strict header, as a portal does; `asked` are the paths so far. */
export async function servePortal(folder) {
  const asked = [];
  const refused = new Set();
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    asked.push(pathname);
    const body = refused.delete(pathname) ? null : await readFile(join(folder, pathname)).catch(() => null);
    response.writeHead(body ? 200 : 404, {
      'Content-Type': TYPES[extname(pathname)] ?? 'text/plain',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    asked,
    /** The next request for this path gets a 404. */
    refuseOnce: (pathname) => refused.add(pathname),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
