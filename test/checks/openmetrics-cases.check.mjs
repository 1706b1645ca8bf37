import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { MetricsParseError, MetricsParser, parseOpenMetrics } from '../../dist/core/index.js';

/** The format's own cases, where they stand beside the project. */
const CASES = join('..', 'shared', 'data', 'openmetrics');
const names = existsSync(CASES) ? readdirSync(CASES) : [];

/** Reads it in pieces of so many bytes. */
function inPieces(bytes, size) {
  const parser = new MetricsParser();
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.slice(at, at + size));
  return parser.finish();
}

test('the cases of the format are there', { skip: names.length === 0 && `no ${CASES} here` }, () => {
  assert.ok(names.length >= 100, `only ${names.length} cases`);
});

for (const name of names) {
  const { shouldParse, file } = JSON.parse(readFileSync(join(CASES, name, 'test.json'), 'utf8'));
  const bytes = readFileSync(join(CASES, name, file));
  test(`${name} is ${shouldParse ? 'read' : 'refused'}`, () => {
    for (const read of [
      () => parseOpenMetrics(bytes),
      () => parseOpenMetrics(bytes.toString()),
      () => inPieces(bytes, 7),
    ]) {
      if (shouldParse) assert.equal(read().complete, true);
      else assert.throws(read, MetricsParseError);
    }
    assert.equal(parseOpenMetrics(bytes, { mode: 'lenient' }).complete, true);
  });
}
