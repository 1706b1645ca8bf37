import uPlot from 'uplot';
import { makeData, POINTS, QUANTILES, SPAN, wanted } from './data.js';

/** Lines as those of `<ie-latency-chart>`: dashes take several times as long to paint as solid ones. */
const LINES = [
  { stroke: '#b3261e', width: 2 },
  { stroke: '#e2762f', width: 1.5, dash: [6, 3] },
  { stroke: '#7a8699', width: 1.5, dash: [2, 3] },
  { stroke: '#2f6be0', width: 1.5 },
];
const { charts, points } = wanted();
const { times, charts: columns } = makeData(charts, points);
const sync = { key: 'bench' };
let first = 1;

const slice = (all) => all.subarray(first, first + POINTS);
const dataOf = (chart) => [slice(times), ...columns[chart].map(slice)];
const plots = Array.from(document.querySelectorAll('.plot'), (host, chart) => {
  const series = QUANTILES.map((quantile, i) => ({ label: `P${quantile * 100}`, ...LINES[i] }));
  const { clientWidth: width, clientHeight: height } = host;
  const options = { width, height, ms: 1, cursor: { sync }, series: [{}, ...series] };
  return new uPlot(options, dataOf(chart), host);
});

bench.advance = () => {
  first++;
  const to = Date.now();
  plots.forEach((plot, chart) => {
    plot.batch(() => {
      plot.setData(dataOf(chart), false);
      plot.setScale('x', { min: to - SPAN, max: to });
    });
  });
};
