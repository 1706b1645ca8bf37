// `node test/bench/openmetrics.mjs`: the reader of metrics texts in Chromium, beside a plain decode of the same bytes;
// prints the speeds and writes RESULTS-OPENMETRICS.md beside it.
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { expositionText } from './exposition-text.mjs';
import { median } from './statistics.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const ROUNDS = 9;
/** A round reads about so many bytes of each kind. */
const ROUND_BYTES = 16e6;
const TEXTS = [
  { name: '8 replicas, 4 models', text: [8, 4] },
  { name: '60 replicas, 20 models', text: [60, 20] },
];

/** In the page: speeds in MB/s, each the median of rounds that take turns. */
function measure([first, second, rounds, roundBytes]) {
  const { parseOpenMetrics, SeriesTable } = globalThis.openmetrics;
  const texts = [first, second].map((text) => new TextEncoder().encode(text));
  const times = Math.max(1, Math.round(roundBytes / texts[0].length));
  const table = new SeriesTable();
  const sides = {
    decode: (bytes) => new TextDecoder().decode(bytes),
    first: (bytes) => parseOpenMetrics(bytes),
    next: (bytes) => parseOpenMetrics(bytes, { table }),
  };
  const speeds = { decode: [], first: [], next: [] };
  for (let round = -6; round < rounds; round++) {
    for (const [name, read] of Object.entries(sides)) {
      const begun = performance.now();
      for (let i = 0; i < times; i++) read(texts[i % 2]);
      const speed = (texts[0].length * times) / 1000 / (performance.now() - begun);
      if (round >= 0) speeds[name].push(speed);
    }
  }
  return { speeds, bytes: texts[0].length, samples: parseOpenMetrics(texts[0]).samples.length };
}

/** In the page: a body that is too large, in the pieces in which a network brings it. */
function overLimit([text, pieces, limits]) {
  const { MetricsParser } = globalThis.openmetrics;
  const parser = new MetricsParser({ mode: 'lenient', limits });
  const encoder = new TextEncoder();
  let longest = 0;
  let elapsed = 0;
  for (let piece = 0; piece < pieces && !parser.ended; piece++) {
    const bytes = encoder.encode(text.replaceAll('#', piece));
    const before = performance.now();
    parser.push(bytes);
    elapsed += performance.now() - before;
    longest = Math.max(longest, performance.now() - before);
  }
  const { samples, complete, forgiven } = parser.finish();
  if (complete) throw new Error('No limit was reached');
  return { longest, elapsed, samples: samples.length, rule: forgiven.at(-1).rule };
}

const module = await build({
  stdin: { contents: "export * from './dist/core/openmetrics/index.js'", resolveDir: ROOT },
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  globalName: 'openmetrics',
});
const browser = await launchBrowser();
const rows = [];
const cuts = [];
try {
  const page = await browser.newPage();
  await page.addScriptTag({ content: module.outputFiles[0].text.replace('var openmetrics', 'globalThis.openmetrics') });
  for (const { name, text } of TEXTS) {
    const texts = [expositionText(...text, 0), expositionText(...text, 1)];
    const { speeds, bytes, samples } = await page.evaluate(measure, [...texts, ROUNDS, ROUND_BYTES]);
    const [decode, first, next] = [speeds.decode, speeds.first, speeds.next].map(median);
    rows.push(
      `| ${name}, ${(bytes / 1e6).toFixed(1)} MB, ${samples} samples | ${first.toFixed(0)} | ${next.toFixed(0)} | ${decode.toFixed(0)} | ${(first / decode).toFixed(2)} | ${(next / decode).toFixed(2)} |`,
    );
  }
  const lines = Array.from(
    { length: 700 },
    (_, i) => `series_${i}{pod="llm#",model_name="meta/model",handler="/v1/chat"} 1`,
  );
  const piece = `${lines.join('\n')}\n`;
  for (const [what, limits] of [
    ['a body of 200 MB, limit 64 MB', { series: 1e9 }],
    ['1,000,000 series, limit 250,000', { bytes: 1e9 }],
  ]) {
    const cut = await page.evaluate(overLimit, [piece, 4000, limits]);
    cuts.push(`| ${what} | ${cut.rule} | ${cut.samples} | ${cut.elapsed.toFixed(0)} | ${cut.longest.toFixed(1)} |`);
  }
} finally {
  await browser.close();
}

const report = `# Benchmark of the reader of metrics texts

${new Date().toISOString().slice(0, 10)} · Chromium · Node ${process.version} · ${cpus().length} × ${cpus()[0].model} · load ${loadavg()[0].toFixed(1)} · median of ${ROUNDS} rounds that take turns

| MB/s | first text | next texts | plain decode | first : decode | next : decode |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

- **First text**: bytes to columns, nothing known before: every name and label is read, checked and kept.
- **Next texts**: with the table of the texts before, as each scrape after the first one is read; the values differ.
- **Plain decode**: \`TextDecoder\` on the same bytes, to a string alone.

| In lenient mode | cut by | samples read | elapsed, ms | longest slice, ms |
| --- | --- | --- | --- | --- |
${cuts.join('\n')}

Slices are pieces of 41 kB, as a network brings them. Strict mode refuses such a text with the same words.
`;
console.log(report);
await writeFile(join(ROOT, 'test/bench/RESULTS-OPENMETRICS.md'), report);
