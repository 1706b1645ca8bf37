import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program that stands in PATH, or `null`. */
export const findProgram = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? null;
