import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';

const minify = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
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

/**
 * Starts the chunks that an on-demand chunk imports together with it, not one after the other.
 */
const flatImports = {
  name: 'flat-imports',
  renderDynamicImport({ getTargetChunkImports, chunk }) {
    const imports = getTargetChunkImports?.() ?? [];
    const early = imports
      .filter(({ type, fileName }) => type === 'internal' && !chunk.imports?.includes(fileName))
      .map(({ resolvedImportPath }) => `import(${resolvedImportPath})`);
    return early.length ? { left: `(${early.join(',')},import(`, right: '))' } : null;
  },
};

/** What every page with a chart needs: a time frame, the ground of the elements, and the plot. */
const SHARED = ['base/define.js', 'timeframe/timeframe.js', 'toolbar/toolbar.js', 'chart/chart-element.js'].map((name) =>
  resolve('dist/elements', name),
);

/** All modules that `roots` import without asking for them later. */
function closure(roots, getModuleInfo) {
  const found = new Set(roots);
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

let shared;
const sharedChunk = (id, { getModuleInfo }) =>
  (shared ??= closure(SHARED, getModuleInfo)).has(id) ? 'shared' : undefined;

/** Chunks of an earlier build have other names. */
const noOldChunks = { name: 'no-old-chunks', renderStart: () => rmSync('dist/chunks', { recursive: true, force: true }) };

/** The demo's compiled scripts stand elsewhere than their sources, and so name the library's sources. */
const demoPaths = {
  name: 'demo-paths',
  resolveId(source, importer) {
    if (!importer || !source.includes('/src/')) return null;
    return resolve('dist', source.replace(/^.*\/src\//, ''));
  },
};

const plugins = [compiledMaps, compactTemplates, nodeResolve({ exportConditions: ['production'] })];
const sourcemap = true;

const bundles = [
  {
    input: { 'ie-charts': 'dist/elements/loader.js' },
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap,
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: sharedChunk,
      onlyExplicitManualChunks: true,
      plugins: [flatImports, minify],
    },
    plugins: [noOldChunks, ...plugins],
  },
  {
    input: 'dist/elements/index.js',
    output: { file: 'dist/ie-charts.all.min.js', format: 'es', sourcemap, inlineDynamicImports: true, plugins: [minify] },
    plugins,
  },
  {
    input: { main: '.cache/demo/demo/main.js' },
    output: { dir: 'dist/demo', format: 'es', sourcemap, plugins: [minify] },
    plugins: [demoPaths, ...plugins],
  },
];
export default bundles;
