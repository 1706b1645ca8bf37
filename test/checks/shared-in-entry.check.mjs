import assert from 'node:assert/strict';
import test from 'node:test';
import { sharedInEntry } from '../../.ci/build/shared-in-entry.mjs';

/** The entry as it is written where its modules were loaded in this order. */
async function entryOf(modules) {
  const plugin = sharedInEntry('entry.js');
  const code = new Map(modules);
  plugin.renderStart.call({ getModuleIds: () => code.keys(), getModuleInfo: (id) => ({ code: code.get(id) }) });
  return (await plugin.renderChunk('const a=1;export{a as b};', { fileName: 'entry.js' })).code;
}

test('what a build is called goes by its modules, and not by the order in which they came', async () => {
  const modules = [
    ['/a.js', 'export const a = 1;'],
    ['/b.js', 'export const b = 2;'],
  ];
  assert.equal(await entryOf(modules), await entryOf([...modules].reverse()));
  assert.notEqual(await entryOf(modules), await entryOf(modules.slice(1)));
});
