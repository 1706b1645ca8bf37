// What each entry of the tree costs a page that bundles it alone: the part that is fetched at once, minified, as one
// file in .cache/entries for size-limit to weigh.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(ROOT, '.cache/entries');

/** Name and module of each entry: the indexes, and for each element its registration and its class. */
async function entries() {
  const found = new Map(['elements', 'core', 'sources', 'timeframe'].map((name) => [name, `dist/${name}/index.js`]));
  for (const name of await readdir(join(ROOT, 'dist/elements'))) {
    const files = name.includes('.') ? [] : await readdir(join(ROOT, 'dist/elements', name));
    if (!files.includes(`${name}.define.js`)) continue;
    found.set(`define-${name}`, `dist/elements/${name}/${name}.define.js`);
    found.set(`element-${name}`, `dist/elements/${name}/${name}.js`);
  }
  return found;
}

/** The text of the module and of all that it imports statically. */
async function atOnce(module) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(ROOT, module)],
    absWorkingDir: ROOT,
    outdir: OUT,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    logLevel: 'error',
  });
  const text = new Map(outputFiles.map((file) => [file.path, file.text]));
  const wanted = new Set(
    Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => (entryPoint === module ? path : [])),
  );
  for (const path of wanted) {
    for (const { path: imported, kind } of metafile.outputs[path].imports) {
      if (kind === 'import-statement') wanted.add(imported);
    }
  }
  return [...wanted].map((path) => text.get(join(ROOT, path)) ?? '').join('\n');
}

const made = await entries();
const budgets = new Set((await import('../.size-limit.mjs')).default.map(({ path }) => path));
for (const name of made.keys()) {
  if (!budgets.has(`.cache/entries/${name}.js`)) throw new Error(`The entry ${name} has no budget in .size-limit.mjs`);
}
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
for (const [name, module] of made) await writeFile(join(OUT, `${name}.js`), await atOnce(module));
