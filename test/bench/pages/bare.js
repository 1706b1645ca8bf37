import uPlot from 'uplot';
import { labelOf, LINES, movingView, QUANTILES, SPAN } from './data.js';

const view = movingView();
const sync = { key: 'bench' };
const plots = Array.from(document.querySelectorAll('.plot'), (host, chart) => {
  const series = QUANTILES.map((quantile, i) => ({ label: labelOf(quantile), ...LINES[i] }));
  const { clientWidth: width, clientHeight: height } = host;
  const options = { width, height, ms: 1, cursor: { sync }, series: [{}, ...series] };
  return new uPlot(options, view.dataOf(chart), host);
});

bench.advance = () => {
  view.advance();
  const to = Date.now();
  plots.forEach((plot, chart) => {
    plot.batch(() => {
      plot.setData(view.dataOf(chart), false);
      plot.setScale('x', { min: to - SPAN, max: to });
    });
  });
};
