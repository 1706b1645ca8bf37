import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Compiles `demo/exporter/index.ts` with all that it imports, and gives what it exports. */
export async function loadExporter() {
  const outfile = join(ROOT, `.cache/exporter-${process.pid}.mjs`);
  await build({
    entryPoints: [join(ROOT, 'demo/exporter/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}

/** The recorded requests. */
export const loadTrace = () => readFile(join(ROOT, 'demo/data/azure-llm-2023.bin'));
