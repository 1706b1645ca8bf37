// Packs once, and lets publint and "are the types wrong" look at what would be published.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const place = '.cache';
mkdirSync(place, { recursive: true });
const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', place], {
  encoding: 'utf8',
});
const [{ filename, size, entryCount }] = Object.values(JSON.parse(packed));
console.log(`${filename}: ${entryCount} files, ${Math.round(size / 1000)} kB`);

const tarball = join(place, filename);
const run = (program, ...options) =>
  execFileSync(join('node_modules', '.bin', program), options, { stdio: ['ignore', 'inherit', 'inherit'] });
run('publint', 'run', '--strict', tarball);
// The two bundles are for a script tag and have no types.
run(
  'attw',
  tarball,
  '--profile',
  'esm-only',
  '--format',
  'ascii',
  '--exclude-entrypoints',
  'ie-charts.js',
  'ie-charts.all.min.js',
);
