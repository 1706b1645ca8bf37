import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = resolve(dirname(fileURLToPath(import.meta.url)), '../../node_modules');

/** What is missing, in words; '' where `npm ci` was run. */
export const missingPackages = () =>
  existsSync(join(MODULES, 'typescript')) ? '' : 'The packages are not installed: run `npm ci` first';
