import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MetricsParseError, MetricsParser, parseOpenMetrics, SeriesTable } from '../../../src/core/index.js';
import { expositions, mutated, mutations } from '../../checks/openmetrics/expositions.mjs';
import { secondReader } from '../../checks/openmetrics/second-reader.mjs';
import { abilities } from '../../support/commands.js';

const SEED = 20261125;
/** Each has its share of the texts, so that the browser gets its turn between them. */
const PARTS = Array.from({ length: 10 }, (_, nth) => nth);
/** Of a part, in Chromium: 10,000 valid texts in all, and 50,000 changed ones, 10 of each text. */
const VALID = 1000;
const CHANGED = 500;
/** Of each part elsewhere. */
const FEW = 30;

describe('random texts', function () {
  this.timeout(120_000);
  let many = false;
  before(async () => (many = (await abilities()).devtools));

  for (const part of PARTS)
    it(`come back as what they say, from a shared table, in one piece and in many (${part + 1} of 10)`, () => {
      const table = new SeriesTable();
      fc.assert(
        fc.property(expositions, fc.integer({ min: 1, max: 40 }), ({ text, rows }, size) => {
          const bytes = new TextEncoder().encode(text);
          const parser = new MetricsParser({ table });
          for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
          for (const { samples } of [parser.finish(), parseOpenMetrics(text, { mode: 'lenient', table })]) {
            const read = rows.map(({ labels }, row) => {
              const series = samples.series[row] ?? -1;
              return {
                name: table.name(series),
                labels: Object.keys(labels).map((name) => table.label(series, name)),
                value: samples.values[row],
                timestamp: samples.timestamps?.[row] ?? NaN,
              };
            });
            expect(samples.length).to.equal(rows.length);
            expect(read).to.deep.equal(
              rows.map(({ name, labels, value, timestamp }) => ({
                name,
                labels: Object.values(labels),
                value,
                timestamp,
              })),
            );
          }
        }),
        { seed: SEED + part, numRuns: many ? VALID : FEW },
      );
    });

  for (const part of PARTS)
    it(`are accepted, once changed, where a second reader accepts them; lenient mode reads all (${part + 1} of 10)`, () => {
      let refused = 0;
      let read = 0;
      const texts = fc.property(
        expositions,
        fc.array(mutations, { minLength: 10, maxLength: 10 }),
        ({ text }, changes) => {
          for (const change of changes) {
            const bytes = mutated(text, change);
            read++;
            const [ours, theirs] = [parseOpenMetrics, secondReader].map((reader) => {
              try {
                reader(bytes);
                return null;
              } catch (error) {
                return error;
              }
            });
            expect(ours === null).to.equal(theirs === null);
            if (ours !== null) {
              expect(ours).to.be.instanceOf(MetricsParseError);
              refused++;
            }
            parseOpenMetrics(bytes, { mode: 'lenient' });
          }
        },
      );
      fc.assert(texts, { seed: SEED + part, numRuns: many ? CHANGED : FEW, endOnFailure: false });
      expect(refused).to.be.within(read * 0.2, read * 0.95);
    });
});
