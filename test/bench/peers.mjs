// `npm run bench:peers [rounds]`: this library, bare uPlot and other libraries of charts, in turns; brings those from npm,
// prints the times and writes RESULTS-PEERS.md beside it.
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../demo/server/build.mjs';
import { installPeers, PEERS } from './install-peers.mjs';
import { firstPaint, live } from './measures.mjs';
import { reportPeers } from './report-peers.mjs';
import { takeTurns } from './rounds.mjs';
import { makeSite } from './site.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const rounds = Number(process.argv[2] ?? 15);
const names = PEERS.map(({ page }) => page);

const MEASURES = [
  { measure: firstPaint, pages: ['ours', 'bare', 'hinted', ...names, ...names.map((name) => `${name}-hinted`)] },
  { measure: live, pages: ['ours', 'bare', ...names] },
];

const modules = await installPeers(join(ROOT, '.cache/bench-peers'));
await buildIfStale();
const { results, version } = await takeTurns(await makeSite(ROOT, { names, modules }), MEASURES, rounds);
const text = reportPeers(...results, version);
console.log(text);
await writeFile(join(ROOT, 'test/bench/RESULTS-PEERS.md'), text);
