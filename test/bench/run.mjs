// `npm run bench [rounds]`: this library against bare uPlot, in turns; prints the ratios and writes RESULTS.md beside it.
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../demo/server/build.mjs';
import { firstPaint, live } from './measures.mjs';
import { report } from './report.mjs';
import { takeTurns } from './rounds.mjs';
import { makeSite } from './site.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const rounds = Number(process.argv[2] ?? 15);

/** Which pages each measure opens. */
const MEASURES = [
  { measure: firstPaint, pages: ['ours', 'single', 'bare', 'hinted'] },
  { measure: live, pages: ['ours', 'bare'] },
];

await buildIfStale();
const { results, version } = await takeTurns(await makeSite(ROOT), MEASURES, rounds);
const text = report(...results, version);
console.log(text);
await writeFile(join(ROOT, 'test/bench/RESULTS.md'), text);
