import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The first of these programs that is there and starts, or `null`. Names are looked up in PATH. */
export function firstInstalled(candidates) {
  for (const candidate of candidates) {
    const folders = isAbsolute(candidate) ? [''] : (process.env.PATH ?? '').split(delimiter);
    for (const folder of folders) {
      const path = folder ? join(folder, candidate) : candidate;
      // Some distributions have a stub of that name that only tells how to install it.
      if (existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0) return path;
    }
  }
  return null;
}
