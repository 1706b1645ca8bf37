import { makeData, QUANTILES, START, STEP, wanted } from './data.js';

const { charts, points } = wanted();
const data = makeData(charts, points);
const labels = QUANTILES.map((quantile) => Object.assign(Object.create(null), { quantile: String(quantile) }));
const indexOf = (time) => Math.round((time - START) / STEP) + 1;
let listener = () => {};

function frame({ metric, range, step }) {
  const columns = data.charts[Number(metric)];
  const now = Date.now();
  const end = indexOf(Math.min(range.to, now));
  // The whole range has one value: that of its last point here, so that the header changes with each.
  const first = step === null ? end - 1 : Math.max(0, indexOf(range.from));
  return {
    kind: 'series',
    range,
    step,
    completeUntil: now,
    now,
    notices: [],
    times: data.times.subarray(first, end),
    series: columns.map((values, i) => ({
      name: String(QUANTILES[i]),
      labels: labels[i],
      unit: 'seconds',
      values: values.subarray(first, end),
    })),
  };
}

document.querySelector('ie-timeframe').source = {
  query: async (request) => frame(request),
  subscribe(added) {
    listener = added;
    return () => {};
  },
};
bench.advance = () => listener();
