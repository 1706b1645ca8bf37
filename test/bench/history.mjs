// `node test/bench/history.mjs [HOURS]`: what a day of direct readings of eight replicas takes of the heap in Chromium, and
// how fast four charts of the last hour come from it, beside the simulated endpoint; after a build. Prints the figures and
// writes RESULTS-HISTORY.md beside it.
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { median } from './statistics.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const HOURS = Number(process.argv[2] ?? 24);
const ROUNDS = 9;

const { outputFiles } = await build({
  entryPoints: [join(ROOT, 'test/bench/pages/history.js')],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'bench',
  logLevel: 'error',
});
const script = outputFiles[0].text.replace('var bench', 'globalThis.bench');
const trace = await readFile(join(ROOT, 'demo/data/azure-llm-2023.bin'));
const server = createServer(({ url }, response) =>
  url === '/trace'
    ? response.end(trace)
    : response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>'),
);
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.addScriptTag({ content: script });
  const devtools = await page.createCDPSession();
  /** Bytes of objects and of the buffers that they hold. */
  const heap = async () => {
    for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await devtools.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
  await page.evaluate((hours) => globalThis.bench.prepare(hours), HOURS);
  const before = await heap();
  await page.evaluate(async () => {
    while (!(await globalThis.bench.readOn(500)));
  });
  const { series, bytes, scrapes } = await page.evaluate(() => globalThis.bench.forgetExporter());
  const after = await heap();
  const times = { direct: [], simulated: [] };
  for (let round = -2; round < ROUNDS; round++) {
    for (const [kind, list] of Object.entries(times)) {
      const time = await page.evaluate((one) => globalThis.bench.draw(one), kind);
      if (round >= 0) list.push(time);
    }
  }
  const [direct, simulated] = [times.direct, times.simulated].map(median);
  const report = `# A history of direct readings

${new Date().toISOString().slice(0, 10)} · Chromium · Node ${process.version} · ${cpus().length} × ${cpus()[0].model} · load ${loadavg()[0].toFixed(1)}

${HOURS} hours of eight replicas under the reference route's names, read each 10 s by a simulated clock: ${scrapes} readings of
${(bytes / 1000).toFixed(0)} kB with ${series} series.

| | |
| --- | --- |
| heap and buffers, more than before the first reading | ${((after - before) / 1e6).toFixed(1)} MB |
| a sample | ${((after - before) / (series * scrapes)).toFixed(2)} bytes |
| four charts of the last hour from it, from their being put in to the last one drawn, median of ${ROUNDS} | ${direct.toFixed(0)} ms |
| the same from the simulated endpoint, in turns | ${simulated.toFixed(0)} ms |
`;
  console.log(report);
  if (HOURS === 24) await writeFile(join(ROOT, 'test/bench/RESULTS-HISTORY.md'), report);
} finally {
  await browser.close();
  server.close();
}
