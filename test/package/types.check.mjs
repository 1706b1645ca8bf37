import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test, { after } from 'node:test';
import { snippet } from '../support/readme.mjs';
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

/** As somebody pastes them into TypeScript: with the type of what they are, and an element that is there. */
const pasted = {
  'source.ts': snippet('source.js').replace('export const source =', 'export const source: SourceFunction ='),
  'replicas.ts': snippet('replicas.js'),
};
for (const [file, code] of Object.entries(pasted)) {
  const head = "import type {} from 'ie-charts';\nimport type { SourceFunction } from 'ie-charts/core';\n";
  writeFileSync(join(folder, file), head + code.replace("querySelector('ie-timeframe')", '$&!'));
  files.push(file);
}

for (const [name, resolution] of Object.entries(RESOLUTIONS)) {
  test(`a portal in TypeScript, its events, tags, JSX and the code of the README, compiles with moduleResolution ${name}`, () => {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...OPTIONS, ...resolution }, files }),
    );
    run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]);
  });
}
