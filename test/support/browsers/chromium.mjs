import { chromeLauncher } from '@web/test-runner-chrome';
import { bundledChromium } from './bundled-chromium.mjs';
import { findBrowser } from './installed.mjs';

const PLACES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const ARGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--js-flags=--expose-gc',
];

/** `CHROME_PATH`, an installed Chrome or Chromium, or the one from npm: `{ executablePath, args, env }`; else `null`. */
export async function findChromium() {
  const chosen = process.env.CHROME_PATH ?? '';
  const installed = chosen || findBrowser(PLACES);
  const found = installed
    ? { executablePath: installed, env: { ...process.env, LANG: 'en_US.UTF-8' } }
    : await bundledChromium();
  // The sandbox does not start as root, nor in most containers.
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];
  return found && { ...found, args: [...ARGS, ...sandbox] };
}

export const NO_CHROMIUM =
  'No browser found for the tests: install Google Chrome or Chromium, or name one in the variable CHROME_PATH.';

/** A launcher whose browser stands in the given time zone; the browser takes it from TZ at its start. */
export function chromiumLauncher({ executablePath, args, env }, timezone = 'UTC') {
  const launcher = chromeLauncher({
    launchOptions: { executablePath, args, env: { ...env, TZ: timezone } },
    concurrency: 1,
  });
  return Object.assign(launcher, { name: timezone === 'UTC' ? 'Chromium' : `Chromium in ${timezone}` });
}
