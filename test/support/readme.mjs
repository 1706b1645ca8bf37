import { readFileSync } from 'node:fs';

const readme = readFileSync('README.md', 'utf8');

/** The code in the README that begins with the name of its file in a comment: `source.js`. Throws where there is none. */
export function snippet(name) {
  const [, code] = new RegExp(`\`\`\`js\\n// ${name.replace('.', '\\.')}\\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (code === undefined) throw new Error(`The README has no ${name}`);
  return code;
}
