import puppeteer from 'puppeteer-core';
import { findChromium, NO_CHROMIUM } from '../support/browsers/chromium.mjs';

/** The browser that the tests use. */
export async function launchBrowser() {
  const found = await findChromium();
  if (!found) throw new Error(NO_CHROMIUM);
  const { executablePath, args, env } = found;
  return puppeteer.launch({ executablePath, args, env: { ...env, TZ: 'UTC' }, headless: true });
}
