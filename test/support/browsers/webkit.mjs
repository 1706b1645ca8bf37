import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { findProgram } from './installed.mjs';
import { webDriverLauncher } from './webdriver-launcher.mjs';

const MINI_BROWSERS = ['4.1', '6.0', '4.0'].flatMap((version) =>
  ['x86_64', 'aarch64'].map((arch) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

/** A launcher of WebKitGTK's small browser on a display of its own, or why there is none. */
export function webkitLauncher() {
  const driver = findProgram('WebKitWebDriver');
  const browser = MINI_BROWSERS.find((path) => existsSync(path));
  if (!driver || !browser) return 'WebKitGTK (WebKitWebDriver, MiniBrowser) is not installed';
  const display = findProgram('Xvfb');
  if (!display && !process.env.DISPLAY) return 'WebKitGTK needs a display: Xvfb is not installed';
  return webDriverLauncher({
    name: 'WebKit',
    start: () => startDriver(driver, display),
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  });
}

/** Starts display and driver; answers the driver's address and how to end both. */
async function startDriver(driver, display) {
  const children = [];
  const env = { ...process.env, TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' };
  if (display) {
    const server = spawn(display, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(server);
    env.DISPLAY = `:${(await firstOutput(server.stdio[3])).trim()}`;
  }
  const port = await freePort();
  children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
  const stop = () => children.reverse().forEach((child) => child.kill());
  process.once('exit', stop);
  return { address: `http://127.0.0.1:${port}`, stop };
}

const firstOutput = (stream) => new Promise((done) => stream.once('data', (data) => done(String(data))));

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
