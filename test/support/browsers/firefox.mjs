import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './installed.mjs';

/** A launcher of the installed Firefox, or why there is none. */
export function firefoxLauncher() {
  const places = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  const executablePath = process.env.FIREFOX_PATH || findBrowser(places);
  if (!executablePath) return 'Firefox is not installed';
  const launcher = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath, env: { ...process.env, TZ: 'UTC', LANG: 'en_US.UTF-8' } },
    concurrency: 1,
  });
  return Object.assign(launcher, { name: 'Firefox' });
}
