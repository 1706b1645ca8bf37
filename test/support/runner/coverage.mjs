import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Per cent that each folder has to reach. */
const WANTED = { functions: 100, lines: 95, branches: 95 };
const FOLDERS = ['src/core', 'src/timeframe'];

/** Sentences about what the coverage lacks; none when all is well. A file that no test loads is not in the map. */
export function coverageFaults({ coverageMap }) {
  const faults = [];
  for (const folder of FOLDERS) {
    const total = {};
    for (const file of modulesOf(folder)) {
      const path = join(process.cwd(), file);
      if (!coverageMap.files().includes(path)) {
        faults.push(`${file} is loaded by no test`);
        continue;
      }
      const summary = coverageMap.fileCoverageFor(path).toSummary();
      for (const kind of Object.keys(WANTED)) {
        const { total: all, covered } = summary[kind];
        total[kind] = { all: (total[kind]?.all ?? 0) + all, covered: (total[kind]?.covered ?? 0) + covered };
      }
      for (const name of uncalled(coverageMap.fileCoverageFor(path))) faults.push(`${file}: ${name} is never called`);
    }
    for (const [kind, { all, covered }] of Object.entries(total)) {
      const percent = all ? (100 * covered) / all : 100;
      console.log(`${folder}: ${percent.toFixed(1)} % of ${kind}`);
      if (percent >= WANTED[kind]) continue;
      faults.push(`${folder} has ${percent.toFixed(1)} % of ${kind}, ${WANTED[kind]} % are wanted`);
      faults.push(...worst(coverageMap, folder, kind));
    }
  }
  return faults;
}

function uncalled({ data }) {
  return Object.entries(data.fnMap)
    .filter(([key]) => data.f[key] === 0)
    .map(([, { name, loc }]) => `${name} (line ${loc.start.line})`);
}

function worst(coverageMap, folder, kind) {
  const files = coverageMap.files().filter((path) => relative(process.cwd(), path).startsWith(folder));
  return files
    .map((path) => ({ path: relative(process.cwd(), path), ...coverageMap.fileCoverageFor(path).toSummary()[kind] }))
    .filter(({ total, covered }) => covered < total)
    .map(({ path, total, covered }) => `  ${path}: ${covered} of ${total} ${kind}`);
}

/** The folder's modules with anything to run; those of types alone are no module at run time. */
function modulesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.ts') && hasCode(readFileSync(name, 'utf8')));
}

function hasCode(source) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  return outputText.replace(/export \{\s*\};/g, '').trim() !== '';
}
