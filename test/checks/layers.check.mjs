import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';

const MAY_IMPORT = {
  core: [],
  sources: ['core'],
  timeframe: ['core'],
  plot: ['core'],
  elements: ['core', 'sources', 'timeframe', 'plot'],
};
const FOLDERS = Object.keys(MAY_IMPORT);
/** What a folder may not see of the machine that it runs on. */
const UNSEEN = {
  core: ['document', 'URL', 'setTimeout', 'fetch', 'console'],
  sources: ['document', 'window', 'HTMLElement'],
  timeframe: ['document', 'window', 'HTMLElement'],
};
/** What a folder may use of these packages. */
const MAY_USE = {
  core: [],
  sources: [],
  timeframe: ['@lit/context'],
  plot: ['uplot'],
  elements: ['lit', '@lit/context'],
};
const PACKAGES = ['lit', '@lit/context', 'uplot'];
const place = join('.cache', 'layers');
const packageFile = (name) => `uses-${name.replace(/\W/g, '-')}.ts`;

/** The project's own settings over folders that hold nothing but an import of each other folder. */
function compile() {
  rmSync(place, { recursive: true, force: true });
  for (const folder of FOLDERS) {
    const from = join('src', folder, 'tsconfig.json');
    const to = join(place, 'src', folder);
    mkdirSync(to, { recursive: true });
    cpSync(from, join(to, 'tsconfig.json'));
    writeFileSync(join(to, 'index.ts'), `export const ${folder} = 1;\n`);
    for (const other of FOLDERS.filter((name) => name !== folder)) {
      writeFileSync(join(to, `to-${other}.ts`), `export { ${other} } from '../${other}/index.js';\n`);
    }
    for (const name of PACKAGES) writeFileSync(join(to, packageFile(name)), `export * from '${name}';\n`);
    for (const name of UNSEEN[folder] ?? [])
      writeFileSync(join(to, `sees-${name}.ts`), `export const seen = ${name};\n`);
  }
  cpSync('tsconfig.json', join(place, 'tsconfig.json'));
  const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
  const projects = FOLDERS.map((folder) => join(place, 'src', folder));
  const { stdout } = spawnSync(process.execPath, [compiler, '-b', '--pretty', 'false', ...projects], {
    encoding: 'utf8',
  });
  return stdout;
}

/** What `npm run layers` refuses there. */
function cruise() {
  const [program, settings] = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '.dependency-cruiser.cjs'];
  const { stdout } = spawnSync(
    process.execPath,
    [resolve(program), '--config', resolve(settings), '--no-cache', 'src'],
    {
      cwd: place,
      encoding: 'utf8',
    },
  );
  return stdout;
}

const errors = compile();
const forbidden = cruise();
const refused = (file) => errors.includes(`${join(place, 'src', file)}(`);

for (const folder of FOLDERS) {
  for (const other of FOLDERS.filter((name) => name !== folder)) {
    const may = MAY_IMPORT[folder].includes(other);
    test(`${folder} ${may ? 'may' : 'cannot'} import ${other}`, () => {
      assert.equal(refused(join(folder, `to-${other}.ts`)), !may, errors);
    });
  }
  for (const name of PACKAGES) {
    const may = MAY_USE[folder].includes(name);
    test(`${folder} ${may ? 'may' : 'cannot'} use ${name}`, () => {
      assert.equal(forbidden.includes(`src/${folder}/${packageFile(name)} → `), !may, forbidden);
    });
  }
  for (const name of UNSEEN[folder] ?? []) {
    test(`${folder} cannot see ${name}`, () => assert.ok(refused(join(folder, `sees-${name}.ts`)), errors));
  }
}
