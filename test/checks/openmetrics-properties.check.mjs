import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { MetricsParseError, MetricsParser, parseOpenMetrics, SeriesTable } from '../../dist/core/index.js';
import { expositions, mutated, mutations } from './openmetrics/expositions.mjs';
import { secondReader } from './openmetrics/second-reader.mjs';

const SEED = 20261125;
/** `npm test` has more of both in a browser, `npm run test:long` many more. */
const MUTATIONS = Number(process.env.OPENMETRICS_MUTATIONS ?? 5_000);
const ROUND_TRIPS = Math.min(10_000, MUTATIONS);
/** Changed texts of each one, since drawing one costs more than reading it. */
const CHANGES = 10;

const rowsOf = ({ samples, table, exemplars }) => {
  const examples = new Map(exemplars.map(({ row, labels, ...rest }) => [row, { labels: { ...labels }, ...rest }]));
  return Array.from({ length: samples.length }, (_, row) => ({
    name: table.name(samples.series[row]),
    labels: Object.fromEntries(Object.entries(table.labels(samples.series[row])).sort()),
    value: samples.values[row],
    timestamp: samples.timestamps?.[row] ?? NaN,
    ...(examples.has(row) && { exemplar: examples.get(row) }),
  }));
};
const factsOf = ({ families }) => families.map(({ name, type, unit, help }) => ({ name, type, unit, help }));

test(`${ROUND_TRIPS} valid texts come back as what they say, from a shared table too`, () => {
  let table = new SeriesTable();
  fc.assert(
    fc.property(expositions, fc.integer({ min: 1, max: 40 }), ({ text, families, rows }, size) => {
      if (table.size > 500) table = new SeriesTable();
      const bytes = Buffer.from(text);
      const read = parseOpenMetrics(bytes, { table });
      assert.deepEqual(
        factsOf(read),
        families.map(({ name, type, unit, help }) => ({ name, type, unit, help })),
      );
      assert.deepEqual(rowsOf(read), rows);
      const parser = new MetricsParser({ table });
      for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
      assert.deepEqual(rowsOf(parser.finish()), rows);
      const lenient = parseOpenMetrics(text, { mode: 'lenient' });
      assert.deepEqual(lenient.forgiven, []);
      assert.deepEqual(rowsOf(lenient), rows);
    }),
    { seed: SEED, numRuns: ROUND_TRIPS },
  );
});

const accepts = (read) => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

test(`${MUTATIONS} changed texts are accepted where the second reader accepts them, and lenient mode reads all`, () => {
  let accepted = 0;
  fc.assert(
    fc.property(expositions, fc.array(mutations, { minLength: CHANGES, maxLength: CHANGES }), ({ text }, changes) => {
      for (const change of changes) {
        const bytes = mutated(text, change);
        let fault = null;
        try {
          parseOpenMetrics(bytes);
        } catch (error) {
          assert.ok(error instanceof MetricsParseError, error);
          fault = error;
        }
        if (!fault) accepted++;
        const second = accepts(() => secondReader(bytes));
        assert.equal(fault === null, second, `${JSON.stringify(Buffer.from(bytes).toString())} ${fault?.message}`);
        parseOpenMetrics(bytes, { mode: 'lenient' });
      }
    }),
    { seed: SEED, numRuns: MUTATIONS / CHANGES, endOnFailure: false },
  );
  assert.ok(accepted > MUTATIONS / 20, `only ${accepted} were still valid`);
  assert.ok(accepted < MUTATIONS * 0.8, `${accepted} were still valid`);
});
