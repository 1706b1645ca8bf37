import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test, { after } from 'node:test';
import { installPacked, run } from './packed.mjs';

const { folder } = installPacked(['@types/react', '@types/react-dom']);
after(() => rmSync(folder, { recursive: true }));

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: 'es2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: [],
  jsx: 'react-jsx',
};
const RESOLUTIONS = {
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
};

writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
const files = ['portal.ts', 'component.tsx'];
for (const file of files) copyFileSync(join('test/package/consumer', file), join(folder, file));

for (const [name, resolution] of Object.entries(RESOLUTIONS)) {
  test(`a portal in TypeScript, its events, tags and JSX too, compiles with moduleResolution ${name}`, () => {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...OPTIONS, ...resolution }, files }),
    );
    run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]);
  });
}
