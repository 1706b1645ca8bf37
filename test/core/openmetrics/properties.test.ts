import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MetricsParseError, MetricsParser, parseOpenMetrics, SeriesTable } from '../../../src/core/index.js';
import { expositions, mutated, mutations } from '../../checks/openmetrics/expositions.mjs';
import { secondReader } from '../../checks/openmetrics/second-reader.mjs';

const SEED = 20261125;

/** The same properties, over many more texts, are checked in Node; here they run in each browser. */
describe('random texts', () => {
  it('come back as what they say, from a shared table, in one piece and in many', () => {
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
      { seed: SEED, numRuns: 300 },
    );
  });

  it('are accepted, once changed, where a second reader accepts them; lenient mode reads all', () => {
    let refused = 0;
    const texts = fc.property(
      expositions,
      fc.array(mutations, { minLength: 10, maxLength: 10 }),
      ({ text }, changes) => {
        for (const change of changes) {
          const bytes = mutated(text, change);
          const [ours, theirs] = [parseOpenMetrics, secondReader].map((read) => {
            try {
              read(bytes);
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
    fc.assert(texts, { seed: SEED, numRuns: 300, endOnFailure: false });
    expect(refused).to.be.within(600, 2_800);
  });
});
