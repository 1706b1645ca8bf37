import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command to its end; throws with what it wrote where it fails. */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
}

/**
 * A temporary folder where the packed package is installed beside what it names as dependencies, and nothing else:
 * what it needs and does not name is missing there. `types` are further packages that a consumer has.
 */
export function installPacked(types = []) {
  if (!existsSync('dist/jsx.d.ts') || !existsSync('custom-elements.json')) run(npm, ['run', 'build']);
  const folder = mkdtempSync(join(tmpdir(), 'ie-charts-'));
  const [{ filename, files }] = JSON.parse(
    run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]),
  );
  const installed = join(folder, 'node_modules', 'ie-charts');
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', join(folder, filename), '--strip-components', '1', '-C', installed]);
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(manifest.dependencies), ...types]) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(resolve('node_modules', name), place, 'junction');
  }
  return { folder, installed, manifest, files: files.map(({ path }) => path) };
}
