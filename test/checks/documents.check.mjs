import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { CONTENT_SECURITY_POLICY } from '../../demo/policy.mjs';
import { METRICS } from '../../dist/core/index.js';
import { VERSION } from '../../dist/elements/base/version.js';
import { roleSheet } from '../../dist/plot/palette.js';
import { tokens } from '../../dist/elements/base/tokens.styles.js';

const readme = readFileSync('README.md', 'utf8');
const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
/** Cells of the table rows that begin with a name in code. */
const rows = readme.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.replace(/`/g, '').trim());
  return line.startsWith('| `') ? [cells.slice(1, -1)] : [];
});
/** The row of a name in the table with so many columns. */
const rowOf = (name, columns) =>
  rows.find((cells) => cells.length === columns && cells[0].split(', ').includes(name)) ?? [];

test('each variable stands in the README with its defaults', () => {
  const wrong = [...`${tokens.cssText}${roleSheet}`.matchAll(/var\((--ie-[\w-]+),\s*(light-dark\([^)]*\)|[^)]*)\)/g)]
    .map(([, name, value]) => [name, ...(/^light-dark\((.*),\s*(.*)\)$/.exec(value)?.slice(1) ?? [value, ''])])
    .filter(([name, light, dark]) => rowOf(name, 4)[1] !== light || rowOf(name, 4)[2] !== dark);
  assert.deepEqual(wrong, []);
});

test('the strict header is what the README promises, part by part', () => {
  const parts = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ];
  assert.deepEqual(CONTENT_SECURITY_POLICY.split('; '), parts);
  assert.deepEqual(/Content-Security-Policy "(.*)" always;/.exec(readme)?.[1].split('; '), parts);
});

test('the elements say the version of the package', () => {
  assert.equal(VERSION, JSON.parse(readFileSync('package.json', 'utf8')).version);
});

test('each metric stands in the README with its unit and its labels', () => {
  const wrong = [...METRICS].filter(([name, { unit, labels, joining }]) => {
    const [, , saysUnit = '', saysLabels = '', saysJoining = ''] = rowOf(name, 5);
    return (
      saysUnit !== unit || !labels.every((label) => saysLabels.includes(label)) || !saysJoining.startsWith(joining)
    );
  });
  assert.deepEqual(
    wrong.map(([name]) => name),
    [],
  );
});

test('ARCHITECTURE.md says of each dependency why it is there', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  assert.deepEqual(
    names.filter((name) => !architecture.includes(`\`${name}\``)),
    [],
  );
});

test('what the documents point at is there', () => {
  const targets = [...`${readme}${architecture}`.matchAll(/\]\((?!http|#)([^)]+)\)|(?:src|srcset)="([^"]+\.png)"/g)];
  const files = targets.map(([, link, picture]) => link ?? picture);
  assert.ok(files.length > 4);
  assert.deepEqual(
    files.filter((file) => !existsSync(file)),
    [],
  );
  const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
    text
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replace(/ /g, '-'),
  );
  const anchors = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  assert.deepEqual(
    anchors.filter((anchor) => !headings.includes(anchor)),
    [],
  );
});
