// `npm run bench [rounds]`: this library against bare uPlot, in turns; prints the ratios and writes RESULTS.md beside it.
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../demo/server/build.mjs';
import { launchBrowser } from './browser.mjs';
import { firstPaint, live } from './measures.mjs';
import { report } from './report.mjs';
import { makeSite, serve } from './site.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const WARM_UP = 2;
const rounds = Number(process.argv[2] ?? 15);

/** Which pages each measure opens; every round opens them in another order. */
const MEASURES = [
  { measure: firstPaint, pages: ['ours', 'single', 'bare', 'hinted'], results: {} },
  { measure: live, pages: ['ours', 'bare'], results: {} },
];

await buildIfStale();
const site = await serve(await makeSite(ROOT));
const browser = await launchBrowser();
try {
  for (let round = -WARM_UP; round < rounds; round++) {
    process.stderr.write(round < 0 ? 'Warming up\n' : `Round ${round + 1} of ${rounds}\n`);
    for (const { measure, pages, results } of MEASURES) {
      for (let i = 0; i < pages.length; i++) {
        const name = pages[(i + round + WARM_UP) % pages.length];
        const result = await measure(browser, site.origin, name);
        if (round >= 0) (results[name] ??= []).push(result);
      }
    }
  }
  const [paint, pages] = MEASURES.map(({ results }) => results);
  const text = report(paint, pages, await browser.version());
  console.log(text);
  await writeFile(join(ROOT, 'test/bench/RESULTS.md'), text);
} finally {
  await browser.close();
  site.close();
}
