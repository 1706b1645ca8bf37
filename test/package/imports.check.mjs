import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { installPacked, run } from './packed.mjs';

const { folder, installed, manifest, files } = installPacked();
after(() => rmSync(folder, { recursive: true }));

/** What a fresh Node prints that runs these lines as a module of the consumer. */
const inNode = (...lines) =>
  run(process.execPath, ['--input-type=module', '--eval', lines.join('\n')], { cwd: folder }).trim();

/** Elements by their folder's name, such as `latency-chart`. */
const elements = files.flatMap((path) => /^dist\/elements\/([\w-]+)\/\1\.define\.js$/.exec(path)?.[1] ?? []);
const entries = Object.keys(manifest.exports).flatMap((entry) =>
  entry.includes('*') ? elements.map((name) => entry.replace('*', name)) : entry,
);

test('the package holds the bundles, the tree with types and maps, and nothing of the demo or the tests', () => {
  for (const path of [
    'dist/ie-charts.js',
    'dist/ie-charts.all.min.js',
    'custom-elements.json',
    'README.md',
    'LICENSE',
  ]) {
    assert.ok(files.includes(path), `${path} is missing`);
  }
  const stray = /^(src|demo|test)\/|^dist\/demo|tsbuildinfo|\.test\./;
  assert.deepEqual(
    files.filter((path) => stray.test(path)),
    [],
  );
  const tree = files.filter((path) => /^dist\/(core|sources|timeframe|plot|elements)\/.*\.js$/.test(path));
  assert.ok(tree.length > 80);
  for (const path of tree) {
    assert.ok(files.includes(path.replace(/js$/, 'd.ts')), `${path} has no types`);
    assert.ok(files.includes(`${path}.map`), `${path} has no map`);
  }
});

test('every module of the tree imports in Node', () => {
  const tree = files.filter((path) => /^dist\/(?!chunks\/|ie-charts\.).*\.js$/.test(path));
  const failed = inNode(
    `const failed = [];`,
    `for (const path of ${JSON.stringify(tree.map((path) => join(installed, path)))}) {`,
    `  await import(path).catch((reason) => failed.push(path + ': ' + reason));`,
    `}`,
    `console.log(failed.join('\\n'));`,
  );
  assert.equal(failed, '');
});

test('each entry leads to a file, and each script among them imports in a Node of its own', () => {
  assert.ok(entries.includes('./define/latency-chart.js') && entries.includes('./elements/timeframe.js'));
  const bundles = ['./ie-charts.js', './ie-charts.all.min.js'];
  for (const entry of entries.filter((name) => !bundles.includes(name))) {
    const specifier = entry.replace(/^\./, 'ie-charts');
    if (entry.endsWith('.json')) {
      inNode(
        `import { readFileSync } from 'node:fs';`,
        `JSON.parse(readFileSync(new URL(import.meta.resolve('${specifier}')), 'utf8'));`,
      );
    } else {
      inNode(`await import('${specifier}');`);
    }
  }
});

test('a class alone registers nothing, its define module its own tag, and the main entry all', () => {
  const registered = (specifier) =>
    inNode(
      `import 'lit';`,
      `const names = [];`,
      `const { define } = customElements;`,
      `customElements.define = function (name, ...rest) { names.push(name); return define.call(this, name, ...rest); };`,
      `await import('${specifier}');`,
      `console.log(names.sort().join());`,
    );
  for (const name of elements) {
    assert.equal(registered(`ie-charts/elements/${name}.js`), '');
    const tags = registered(`ie-charts/define/${name}.js`).split(',');
    // The page in one tag brings all the tags that it is made of.
    if (name === 'analytics') assert.ok(tags.length > 5 && tags.includes('ie-analytics'));
    else assert.deepEqual(tags, [`ie-${name}`]);
  }
  assert.equal(
    registered('ie-charts'),
    elements
      .map((name) => `ie-${name}`)
      .sort()
      .join(),
  );
});

test('the manifest names each tag, and a module of the package for it', () => {
  const { modules } = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
  const named = modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []));
  assert.deepEqual(named.sort(), elements.map((name) => `ie-${name}`).sort());
  for (const { path } of modules) assert.ok(files.includes(path), `${path} is not in the package`);
});
