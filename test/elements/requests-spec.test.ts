import { expect } from '@open-wc/testing';
import { labelSet, type SeriesFrame } from '../../src/core/index.js';
import { requestsSpec } from '../../src/elements/requests-chart/requests-spec.js';

const frameOf = (columns: Readonly<Record<string, readonly number[]>>): SeriesFrame => ({
  kind: 'series',
  range: { from: 0, to: 180_000 },
  step: 60_000,
  completeUntil: 120_000,
  now: 130_000,
  notices: [],
  times: Float64Array.of(0, 60_000, 120_000),
  series: Object.entries(columns).map(([status, values]) => ({
    name: status,
    labels: labelSet([['status', status]]),
    unit: 'requests',
    values: Float64Array.from(values),
  })),
});

const classes = (columns: Readonly<Record<string, readonly number[]>>, details = false) =>
  requestsSpec(frameOf(columns), { details }).marks.map(({ key, label, role, values }) => ({
    key,
    label,
    role,
    values: [...values],
  }));

describe('the specification of requests', () => {
  it('sums the codes of a class, errors on top', () => {
    const marks = classes({ '500': [1, 0, 2], '200': [10, 20, 30], '204': [1, 2, 3] });
    expect(marks.map(({ label }) => label)).to.deep.equal(['2XX', '3XX', '4XX', '5XX']);
    expect(marks[0]?.values).to.deep.equal([11, 22, 33]);
    expect(marks[3]).to.deep.equal({ key: '5xx', label: '5XX', role: 'class-5xx', values: [1, 0, 2] });
  });

  it('names 1XX and what is no status only where they came', () => {
    const labels = classes({ '101': [1, 1, 1], timeout: [1, 0, 0] }).map(({ label }) => label);
    expect(labels).to.deep.equal(['1XX', '2XX', '3XX', '4XX', '5XX', 'other']);
  });

  it('is zero for a class without requests, and missing where a step is missing', () => {
    const marks = classes({ '200': [1, NaN, 3] });
    expect(marks[0]?.values).to.deep.equal([1, NaN, 3]);
    expect(marks[3]?.values).to.deep.equal([0, NaN, 0]);
    expect(classes({ '200': [1, NaN, NaN], '204': [NaN, 2, NaN] })[0]?.values).to.deep.equal([1, 2, NaN]);
  });

  it('is missing altogether where no series came at all', () => {
    expect(classes({}).every(({ values }) => values.every(Number.isNaN))).to.equal(true);
  });

  it('splits by code with details, each code a shade of its class', () => {
    const spec = requestsSpec(frameOf({ '503': [1, 1, 1], '200': [2, 2, 2], '500': [3, 3, 3] }), { details: true });
    expect(spec.marks.map(({ label, role }) => `${label} ${role}`)).to.deep.equal([
      '200 class-2xx',
      '500 class-5xx',
      '503 class-5xx',
    ]);
    expect(new Set(spec.marks.slice(1).map(({ shade }) => shade)).size).to.equal(2);
  });

  it('says for how long a bar counts, and up to when it is complete', () => {
    const spec = requestsSpec(frameOf({ '200': [1, 2, 3] }), { details: false });
    expect([spec.y.unit, spec.y.per, spec.y.min, spec.step, spec.completeUntil]).to.deep.equal([
      'requests',
      '1 min',
      0,
      60_000,
      120_000,
    ]);
  });

  it('sums several series of one status, with and without details', () => {
    const frame = frameOf({ '200': [1, 2, 3] });
    const twice = { ...frame, series: [...frame.series, ...frame.series] };
    for (const details of [false, true]) {
      const { marks } = requestsSpec(twice, { details });
      expect(marks.filter(({ values }) => values[0] === 2)).to.have.length(1);
    }
  });

  it('has no zeros where nothing is known', () => {
    const values = classes({ '200': [Number.NaN, 1, Number.NaN] }).map((mark) => mark.values[0]);
    expect(values).to.deep.equal([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });
});
