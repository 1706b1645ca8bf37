import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import prettier from 'prettier';

const OUT = join('.cache', 'manifest');
const DOCUMENTS = ['README.md', ...(existsSync('docs') ? readdirSync('docs').map((name) => join('docs', name)) : [])];

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const documents = DOCUMENTS.filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('custom-elements.json is what the sources say', async () => {
  const analyzer = join('node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');
  const options = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', OUT, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, [analyzer, ...options], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const fresh = await prettier.format(readFileSync(join(OUT, 'custom-elements.json'), 'utf8'), {
    parser: 'json',
    printWidth: 120,
  });
  assert.equal(readFileSync('custom-elements.json', 'utf8'), fresh, 'run `npm run manifest`');
});

test('each define module has its element in the manifest', () => {
  const defined = readdirSync('src/elements', { recursive: true }).filter((name) => name.endsWith('.define.ts'));
  assert.equal(elements.length, defined.length);
});

for (const element of elements) {
  const { tagName } = element;
  const members = (element.members ?? []).filter(({ kind }) => kind === 'field' || kind === 'method');
  const lists = [element.attributes, members, element.events, element.slots, element.cssParts, element.cssProperties];
  const items = lists.flatMap((list) => list ?? []);
  test(`everything of ${tagName} is described`, () => {
    const silent = items
      .filter(({ description, name, fieldName }) => !description && !(fieldName && name))
      .map(({ name }) => name);
    assert.deepEqual(silent, []);
  });
  test(`everything of ${tagName} stands in the documents`, () => {
    assert.ok(documents.includes(`<${tagName}>`), `<${tagName}>`);
    const missing = items.filter(({ name }) => name && !documents.includes(name)).map(({ name }) => name);
    assert.deepEqual([...new Set(missing)], []);
  });
}
