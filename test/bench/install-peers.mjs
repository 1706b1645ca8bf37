import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is compared, none of it a dependency of this package; `page` is the script in `pages/`. */
export const PEERS = [
  { page: 'echarts', title: 'ECharts', name: 'echarts', version: '6.1.0', license: 'Apache-2.0' },
  {
    page: 'lightweight',
    title: 'lightweight-charts',
    name: 'lightweight-charts',
    version: '5.2.1',
    license: 'Apache-2.0',
  },
  { page: 'chartjs', title: 'Chart.js', name: 'chart.js', version: '4.6.1', license: 'MIT' },
];
const FLAGS = ['--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];

/** Brings those versions from npm into a folder of their own, where it does not hold them: the path of its modules. */
export async function installPeers(folder) {
  const modules = join(folder, 'node_modules');
  const held = await Promise.all(PEERS.map(({ name, version }) => isHeld(join(modules, name), version)));
  if (held.every(Boolean)) return modules;
  const dependencies = Object.fromEntries(PEERS.map(({ name, version }) => [name, version]));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  process.stderr.write(`Bringing ${Object.keys(dependencies).join(', ')} from npm\n`);
  const { status, error } = spawnSync('npm', ['install', ...FLAGS], { cwd: folder, stdio: 'inherit' });
  if (status === 0) return modules;
  throw new Error(
    `npm did not bring the libraries to compare with (${error?.message ?? `it ended with ${status}`}). They are no ` +
      `dependencies of this package: run this once with a network, and they stay in ${folder}.`,
  );
}

const isHeld = (path, version) =>
  readFile(join(path, 'package.json'), 'utf8').then(
    (text) => JSON.parse(text).version === version,
    () => false,
  );
