/** ms. */
export const STEP = 10_000;
export const POINTS = 360;
export const QUANTILES = [0.99, 0.95, 0.9, 0.5];
/** Lines as those of `<ie-latency-chart>`: dashes take several times as long to paint as solid ones. */
export const LINES = [
  { stroke: '#b3261e', width: 2 },
  { stroke: '#e2762f', width: 1.5, dash: [6, 3] },
  { stroke: '#7a8699', width: 1.5, dash: [2, 3] },
  { stroke: '#2f6be0', width: 1.5 },
];
export const labelOf = (quantile) => `P${quantile * 100}`;
/** Start of the first range shown, ms; one more point stands before it. */
export const START = 1_700_002_800_000;
export const SPAN = POINTS * STEP;

/** Seconds of latency by chart and quantile, and the times of all points: waves with some noise, the same in each run. */
export function makeData(charts, points) {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const times = Float64Array.from({ length: points }, (_, i) => START + (i - 1) * STEP);
  const column = (quantile) =>
    Float64Array.from({ length: points }, (_, i) => quantile * (2 + Math.sin(i / 30) + 0.2 * random()));
  return { times, charts: Array.from({ length: charts }, () => QUANTILES.map(column)) };
}

/** What the page's address asks for: how many charts, and points of each series. */
export function wanted() {
  const query = new URLSearchParams(location.search);
  return { charts: Number(query.get('charts')), points: Number(query.get('points')) };
}

/** What the page's charts show: the times, ms, and the values of each line; `advance` moves them on by a point. */
export function movingView() {
  const { charts, points } = wanted();
  const { times, charts: columns } = makeData(charts, points);
  let first = 1;
  const slice = (all) => all.subarray(first, first + POINTS);
  return {
    dataOf: (chart) => [slice(times), ...columns[chart].map(slice)],
    advance: () => void first++,
  };
}
