import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const FOLDERS = ['core', 'sources', 'timeframe', 'plot', 'elements'];

const modules = FOLDERS.flatMap((folder) =>
  readdirSync(join('dist', folder), { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('dist', folder, name)),
);

test('the tree is there', () => assert.ok(modules.length > 50, `only ${modules.length} modules in dist/`));

for (const path of modules) {
  test(`${path} imports without a browser`, () => import(pathToFileURL(path).href));
}

/** Every module that an import runs anything in beside its own definitions has to be named, or a bundler drops it. */
test('the modules that define tags are the ones with side effects', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  const patterns = manifest.sideEffects.map(
    (glob) => new RegExp(`^${glob.replace(/\./g, '\\.').replace(/\*/g, '[^/]*')}$`),
  );
  const acting = modules.filter((path) => /\.define\.js$|language-guard|elements\/(index|loader)\.js$/.test(path));
  const named = modules.filter((path) => patterns.some((pattern) => pattern.test(`./${path}`)));
  assert.deepEqual(named, acting);
});
