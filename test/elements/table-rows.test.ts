import { expect } from '@open-wc/testing';
import { localZone, type TimeRange } from '../../src/core/index.js';
import { tablePage, zoneNote } from '../../src/elements/chart/menu/table-rows.js';
import { pendingSpec } from '../../src/elements/pending-chart/pending-spec.js';
import { latencySpec } from '../../src/elements/latency-chart/latency-spec.js';
import { requestsSpec } from '../../src/elements/requests-chart/requests-spec.js';
import type { PlotSpec } from '../../src/plot/index.js';
import { answerTo, HOUR } from './support.js';

const MINUTE = 60_000;
const page = (spec: PlotSpec, range: TimeRange, timezone = localZone(), wanted = 0) =>
  tablePage(spec, { range, timezone, locale: 'en', hidden: new Set<string>() }, wanted);
const answer = (metric: string, label: string, step: number) =>
  answerTo({ metric, range: HOUR, step, by: [label], replicas: null, shape: 'series' });

describe('the rows of a table', () => {
  it('stand under the unit and the step of their numbers', () => {
    const counts = requestsSpec(answer('requests', 'status', MINUTE), { details: false });
    expect(page(counts, HOUR).caption).to.equal('requests / 1 min');
    const replicas = answer('replicas', 'series', 15_000);
    const pending = pendingSpec(answer('pending', 'replica', 15_000), replicas, { perReplica: null });
    expect(page(pending, HOUR).caption).to.equal('requests · step 15 s');
    // Seconds stand with each value.
    const latency = latencySpec(answer('latency', 'quantile', 15_000), [0.99]);
    expect(page(latency, HOUR).caption).to.equal('step 15 s');
    expect(page(latency, HOUR).rows[0]?.[1]).to.match(/ s$/);
  });

  it('stand under the offset of their zone, where the clock of the browser is another one', () => {
    const counts = requestsSpec(answer('requests', 'status', MINUTE), { details: false });
    expect(page(counts, HOUR, 'Asia/Kathmandu').caption).to.equal('requests / 1 min · GMT+5:45');
    expect(zoneNote(HOUR, localZone(), 'en')).to.equal('');
    const spring = { from: Date.parse('2026-03-28T00:00Z'), to: Date.parse('2026-03-30T00:00Z') };
    expect(zoneNote(spring, 'Australia/Lord_Howe', 'en')).to.equal('GMT+11');
    expect(zoneNote(spring, 'Antarctica/Troll', 'en')).to.match(/^GMT(?:\+0)? \/ GMT\+2$/);
  });

  it('say which of them are unfinished', () => {
    // The clock of the answer stands half a minute before the end.
    const counts = requestsSpec(answer('requests', 'status', MINUTE), { details: false });
    const { rows } = page(counts, HOUR, 'UTC', 1);
    expect(rows.slice(-2).map(([time]) => time)).to.deep.equal(['Jun 1, 10:58', 'Jun 1, 10:59, unfinished']);
  });
});
