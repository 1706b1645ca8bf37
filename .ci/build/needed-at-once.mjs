import { rollup } from 'rollup';

/**
 * The modules that `roots` need at once, as they are after tree shaking: an index that names a module does not make
 * it needed. What is only imported on demand stays out, and so becomes a chunk of its own.
 */
export async function neededAtOnce({ input, roots, ...options }) {
  const build = await rollup({ ...options, input });
  const { output } = await build.generate({ format: 'es', minifyInternalExports: false });
  await build.close();
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const found = new Set([...chunks.values()].filter(({ moduleIds }) => moduleIds.some((id) => roots.includes(id))));
  for (const { imports } of found) for (const name of imports) if (chunks.has(name)) found.add(chunks.get(name));
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds));
}
