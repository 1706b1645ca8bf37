import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { compiledAtOnce } from '../../.ci/build/compiled-at-once.mjs';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };
const LIBRARY = { ours: 'ie-charts.js', single: 'ie-charts.all.min.js' };

/**
 * Everything that the pages fetch, compressed beforehand; a build that runs meanwhile changes nothing. Other libraries
 * have a page for each of `names`, and one with the hint of how to compile it.
 */
export async function makeSite(root, { names = [], modules } = {}) {
  const pages = join(root, 'test/bench/pages');
  const files = new Map();
  const add = (path, text) => files.set(path, { type: TYPES[extname(path)], body: gzipSync(text) });
  const copy = async (path, from) => add(path, await readFile(from));

  for (const name of ['probe.js', 'page.css']) await copy(`/${name}`, join(pages, name));
  add('/ours.js', await bundle(join(pages, 'ours.js')));
  const bare = await bundle(join(pages, 'bare.js'));
  add('/bare.js', bare);
  add('/hinted.js', hinted(bare));
  for (const name of names) {
    const script = await bundle(join(pages, `${name}.js`), modules);
    add(`/${name}.js`, script);
    add(`/${name}-hinted.js`, hinted(script));
  }
  await copy('/uPlot.min.css', join(root, 'node_modules/uplot/dist/uPlot.min.css'));
  const scripts = (await readdir(join(root, 'dist/chunks'))).map((name) => `chunks/${name}`);
  for (const name of [...scripts, ...Object.values(LIBRARY)]) {
    if (name.endsWith('.js')) await copy(`/dist/${name}`, join(root, 'dist', name));
  }
  for (const charts of [4, 8]) {
    for (const [name, script] of Object.entries(LIBRARY)) add(`/${name}-${charts}.html`, ourPage(script, charts));
    for (const name of ['bare', 'hinted']) add(`/${name}-${charts}.html`, hostsPage(name, charts, UPLOT_STYLES));
    for (const name of names.flatMap((name) => [name, `${name}-hinted`])) {
      add(`/${name}-${charts}.html`, hostsPage(name, charts));
    }
  }
  return files;
}

const hinted = (script) => compiledAtOnce(() => true).renderChunk(script, { fileName: '' }).code;

/** Takes the branches out that only developers need. */
const production = {
  name: 'production',
  transform: (code) => ({ code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null }),
};

/** Of this library and uPlot; ECharts has functions that are classes, which these make arrows of. */
const UNSAFE = { unsafe_arrows: true, unsafe_methods: true };

/** Minified as the library is; uPlot, and what stands in the folder `modules`, as its package has it. */
async function bundle(input, modules) {
  const resolve = modules ? { modulePaths: [modules], exportConditions: ['production'] } : {};
  const made = await rollup({ input, plugins: [nodeResolve(resolve), production] });
  const compress = { passes: 3, ...(modules ? {} : UNSAFE) };
  const minify = terser({ ecma: 2022, module: true, compress, format: { comments: false } });
  const { output } = await made.generate({ format: 'es', plugins: [minify] });
  await made.close();
  return output[0].code;
}

const ourPage = (library, charts) =>
  page(
    `<script type="module" src="/dist/${library}"></script><script type="module" src="/ours.js"></script>`,
    `<ie-timeframe range="1h" timezone="UTC">${repeat(charts, (i) => `<ie-latency-chart metric="${i}"></ie-latency-chart>`)}</ie-timeframe>`,
  );

const UPLOT_STYLES = '<link rel="stylesheet" href="/uPlot.min.css">';

const hostsPage = (name, charts, styles = '') =>
  page(
    `${styles}<script type="module" src="/${name}.js"></script>`,
    repeat(charts, () => '<div class="plot"></div>'),
  );

const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');

const page = (head, body) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title>' +
  `<link rel="stylesheet" href="/page.css"><script src="/probe.js"></script>${head}</head><body>${body}</body></html>`;

/** Serves the files on this machine alone: `{ origin, close }`. */
export async function serve(files) {
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url, 'http://localhost').pathname);
    if (!file) return response.writeHead(404).end();
    const { type, body } = file;
    const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length };
    return response.writeHead(200, headers).end(body);
  });
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
