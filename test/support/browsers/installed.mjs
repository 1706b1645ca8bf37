import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where a program stands: all places in PATH, or its own absolute path. */
function places(program) {
  if (isAbsolute(program)) return [program].filter((path) => existsSync(path));
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).filter((path) => existsSync(path));
}

/** The program's path, or `null`. */
export const findProgram = (program) => places(program)[0] ?? null;

/** The first of these browsers that is there and starts, or `null`: some distributions have a stub that only tells how
 * to install it. */
export function findBrowser(candidates) {
  const starts = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
  return candidates.flatMap(places).find(starts) ?? null;
}
