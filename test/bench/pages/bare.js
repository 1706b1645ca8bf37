import uPlot from 'uplot';
import { makeData, POINTS, QUANTILES, SPAN, wanted } from './data.js';

const COLORS = ['#1f4fd8', '#0b8f6a', '#b86b00', '#8a3fd1'];
const { charts, points } = wanted();
const { times, charts: columns } = makeData(charts, points);
const sync = { key: 'bench' };
let first = 1;

const slice = (all) => all.subarray(first, first + POINTS);
const dataOf = (chart) => [slice(times), ...columns[chart].map(slice)];
const plots = Array.from(document.querySelectorAll('.plot'), (host, chart) => {
  const series = QUANTILES.map((quantile, i) => ({ label: `P${quantile * 100}`, stroke: COLORS[i], width: 1.5 }));
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
