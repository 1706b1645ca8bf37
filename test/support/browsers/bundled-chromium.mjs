import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = resolve(dirname(fileURLToPath(import.meta.url)), '../../../.cache');

/**
 * The Chromium of the npm package `@sparticuz/chromium`, unpacked once into `.cache/`; Linux on x64 only, elsewhere
 * `null`. Its own list of arguments is not used: it switches the web's security off.
 */
export async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const manifest = fileURLToPath(import.meta.resolve('@sparticuz/chromium')).replace(/build.*/, 'package.json');
  if (!existsSync(manifest)) return null;
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: await environment(folder, executablePath) };
}

/** Into a folder of its own and then renamed, so that an interrupted run or two at once leave nothing half-written. */
async function unpack(folder) {
  await mkdir(CACHE, { recursive: true });
  const own = await mkdtemp(join(CACHE, 'unpacking-'));
  const before = { ...process.env };
  // The package unpacks into the temporary folder, and its own libraries only where it takes this for a cloud function.
  Object.assign(process.env, { TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  await chmod(join(own, 'chromium'), 0o755);
  await rename(own, folder).catch(async (reason) => {
    await rm(own, { recursive: true });
    if (!existsSync(folder)) throw reason;
  });
}

async function environment(folder, executablePath) {
  const fonts = join(folder, 'fonts.conf');
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const cache = `<cachedir>${join(folder, 'font-cache')}</cachedir>`;
  await writeFile(fonts, `<?xml version="1.0"?><fontconfig>${dirs}${cache}</fontconfig>\n`);
  const missing = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout?.includes('not found') ?? false;
  const env = { ...process.env, LANG: 'en_US.UTF-8', FONTCONFIG_FILE: fonts };
  delete env.FONTCONFIG_PATH;
  delete env.LC_ALL;
  return missing ? { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : env;
}
