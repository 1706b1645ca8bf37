import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
import { compiledAtOnce } from './.ci/build/compiled-at-once.mjs';
import { leanLit } from './.ci/build/lean-lit.mjs';
import { leanUplot } from './.ci/build/lean-uplot.mjs';
import { neededAtOnce } from './.ci/build/needed-at-once.mjs';
import { sharedInEntry } from './.ci/build/shared-in-entry.mjs';

const minify = terser({
  ecma: 2022,
  module: true,
  compress: {
    passes: 3,
    unsafe_arrows: true,
    unsafe_methods: true,
    pure_getters: true,
    keep_fargs: false,
    hoist_funs: true,
  },
  format: { comments: false },
});

const ours = (id) => (id.startsWith(resolve('dist')) || id.startsWith(resolve('.cache/demo'))) && id.endsWith('.js');

/** The compiler's own maps, so that a bundle's map leads back to the sources. */
const compiledMaps = {
  name: 'compiled-maps',
  load(id) {
    if (!ours(id)) return null;
    const code = readFileSync(id, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    return { code, map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
};

const compactCss = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*([;,>])\s*/g, '$1')
    .replace(/([{}])\s*\n\s*/g, '$1')
    .replace(/\s+([{}])/g, '$1')
    .replace(/: +/g, ':')
    .replace(/;\}/g, '}')
    .replace(/^\s+|\s+$/g, '')
    .replace(/\s*\n\s*/g, ' ');

/** White space between tags and around the rules of a style sheet is no content in the templates of this library. */
const compactTemplates = {
  name: 'compact-templates',
  transform(code, id) {
    if (!ours(id)) return null;
    const text = new MagicString(code);
    for (const { index, 0: literal, 1: css } of code.matchAll(/\bcss ?`([^`]*)`/g)) {
      text.overwrite(index, index + literal.length, `css\`${compactCss(css)}\``);
    }
    if (/\b(?:html|svg) ?`/.test(code) && !/\bcss ?`/.test(code)) {
      for (const { index, 0: space } of code.matchAll(/\n[ \t]+/g)) {
        text.overwrite(index, index + space.length, '\n');
      }
    }
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
};

const ENTRY = 'ie-charts.js';

/**
 * Starts the chunks that an on-demand chunk imports together with it, not one after the other.
 */
const flatImports = {
  name: 'flat-imports',
  renderDynamicImport({ getTargetChunkImports, chunk }) {
    const imports = getTargetChunkImports?.() ?? [];
    const early = imports
      .filter(({ type, fileName }) => type === 'internal' && fileName !== ENTRY && !chunk.imports?.includes(fileName))
      .map(({ resolvedImportPath }) => `import(${resolvedImportPath})`);
    return early.length ? { left: `(${early.join(',')},import(`, right: '))' } : null;
  },
};

/**
 * What every page with a chart needs at once, and the two charts that nearly every page has: these and all that they
 * import stand in the entry.
 */
const SHARED = [
  'base/define.js',
  'base/switch.js',
  'timeframe/timeframe.js',
  'chart/chart-element.js',
  'requests-chart/requests-chart.define.js',
  'latency-chart/latency-chart.define.js',
].map((name) => resolve('dist/elements', name));

/** What comes with the first annotation, in one chunk: the entry has a name less to carry. */
const isOfAnnotations = (id) =>
  /dist.(core.(annotation|words.annotation-words)|timeframe.asked-annotations|elements.timeframe.shown-annotations)\.js$/.test(
    id,
  );

/** The other charts and the numbers, in one chunk: alone they are small, and a page that has one of them has more. */
const CHARTS = ['pending-chart', 'replica-status', 'hardware-chart', 'metric-chart', 'stat'].map((name) =>
  resolve(`dist/elements/${name}/${name}.define.js`),
);

/** What turns rows into frames, in one chunk. */
const isOfRows = (id) =>
  /dist.(core.(frame.frame-error|words.answer-words|frame.rows)|sources.function.rows-answer)\.js$/.test(id);

/** What is told of the lives of replicas, in one chunk. */
const isOfLives = (id) => /dist.core.(replica-life|words.(life|state)-words)\.js$/.test(id);
/** What parts that come later share to show themselves, in one chunk. */
const isOfLaterParts = (id) =>
  /dist.elements.(chart.adopt-styles|chart.make-element|base.floating-box\.styles)\.js$/.test(id);

/** Chunks of an earlier build have other names. */
const noOldChunks = {
  name: 'no-old-chunks',
  renderStart: () => rmSync('dist/chunks', { recursive: true, force: true }),
};

/** The demo's compiled scripts stand elsewhere than their sources, and so name the library's sources. */
const demoPaths = {
  name: 'demo-paths',
  resolveId(source, importer) {
    if (!importer || !source.includes('/src/')) return null;
    return resolve('dist', source.replace(/^.*\/src\//, ''));
  },
};

const plugins = [compiledMaps, compactTemplates, leanLit, leanUplot, nodeResolve({ exportConditions: ['production'] })];
const sourcemap = true;

const LOADER = { 'ie-charts': 'dist/elements/loader.js' };

const bundles = async () => {
  const shared = await neededAtOnce({ input: LOADER, roots: SHARED, plugins });
  const charts = await neededAtOnce({ input: LOADER, roots: CHARTS, plugins });
  return [
    {
      input: LOADER,
      // The chunks may have more of it than the page.
      preserveEntrySignatures: 'allow-extension',
      output: {
        dir: 'dist',
        format: 'es',
        sourcemap,
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        hashCharacters: 'hex',
        manualChunks(id) {
          if (shared.has(id) || id === resolve(LOADER['ie-charts'])) return 'ie-charts';
          if (charts.has(id)) return 'charts';
          if (isOfRows(id)) return 'rows';
          if (isOfLives(id)) return 'replica-life';
          if (isOfLaterParts(id)) return 'later-parts';
          return isOfAnnotations(id) ? 'annotations' : undefined;
        },
        onlyExplicitManualChunks: true,
        plugins: [flatImports, minify, sharedInEntry(ENTRY), compiledAtOnce((file) => file === ENTRY)],
      },
      plugins: [noOldChunks, ...plugins],
    },
    {
      input: 'dist/elements/single-file.js',
      output: {
        file: 'dist/ie-charts.all.min.js',
        format: 'es',
        sourcemap,
        inlineDynamicImports: true,
        plugins: [minify],
      },
      plugins,
    },
    {
      input: { main: '.cache/demo/demo/main.js' },
      output: {
        dir: 'dist/demo',
        format: 'es',
        sourcemap,
        manualChunks: (id) => (/real-server|ie-demo-profile/.test(id) ? 'real-server' : undefined),
        experimentalMinChunkSize: 10_000,
        plugins: [minify],
      },
      plugins: [demoPaths, ...plugins],
    },
  ];
};
export default bundles;
