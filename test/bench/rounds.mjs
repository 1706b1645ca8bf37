import { launchBrowser } from './browser.mjs';
import { serve } from './site.mjs';

const WARM_UP = 2;

/**
 * Each `{ measure, pages }` on its pages, in rounds that open them in another order each: for each a list of results by
 * page, and the browser's version.
 */
export async function takeTurns(files, measures, rounds) {
  const site = await serve(files);
  const browser = await launchBrowser();
  const results = measures.map(() => ({}));
  try {
    for (let round = -WARM_UP; round < rounds; round++) {
      process.stderr.write(round < 0 ? 'Warming up\n' : `Round ${round + 1} of ${rounds}\n`);
      for (const [at, { measure, pages }] of measures.entries()) {
        for (let i = 0; i < pages.length; i++) {
          const name = pages[(i + round + WARM_UP) % pages.length];
          const result = await measure(browser, site.origin, name);
          if (round >= 0) (results[at][name] ??= []).push(result);
        }
      }
    }
    return { results, version: await browser.version() };
  } finally {
    await browser.close();
    site.close();
  }
}
