import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingPackages } from './packages.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const BUILT = ['dist/ie-charts.js', 'dist/demo/main.js'];
const STEPS = [
  ['node_modules/typescript/bin/tsc', '-b', 'src/elements', 'demo'],
  ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'],
];

/** Compiles and bundles where the result is missing or older than a source. */
export async function buildIfStale() {
  const built = await Promise.all(BUILT.map((file) => changed(join(ROOT, file))));
  if (Math.min(...built) > (await newestSource())) return;
  const missing = missingPackages();
  if (missing) throw new Error(missing);
  console.log('Building the library and the demo …');
  for (const step of STEPS) await run(step);
}

const changed = (file) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newestSource() {
  const folders = ['src', 'demo'].map(async (folder) =>
    (await readdir(join(ROOT, folder), { recursive: true }))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(ROOT, folder, name)),
  );
  const files = [...(await Promise.all(folders)).flat(), join(ROOT, 'rollup.config.mjs')];
  return Math.max(...(await Promise.all(files.map(changed))));
}

function run(command) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
    const end = () => child.kill();
    process.once('exit', end);
    child.once('error', failed).once('exit', (code, signal) => {
      process.off('exit', end);
      if (code === 0) done();
      else failed(new Error(`${command.join(' ')} ended with ${code ?? signal}`));
    });
  });
}
