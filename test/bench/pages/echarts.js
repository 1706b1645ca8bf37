import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { connect, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { labelOf, LINES, movingView, QUANTILES, SPAN } from './data.js';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const GRID = { left: 50, right: 10, top: 30, bottom: 30 };
const view = movingView();
const names = QUANTILES.map(labelOf);

/** The range, and pairs of time and value in one typed array for each line. */
function dataOf(chart) {
  const [times, ...columns] = view.dataOf(chart);
  const to = Date.now();
  const series = columns.map((values) => {
    const data = new Float64Array(2 * values.length);
    for (let i = 0; i < values.length; i++) {
      data[2 * i] = times[i];
      data[2 * i + 1] = values[i];
    }
    return { data };
  });
  return { xAxis: { min: to - SPAN, max: to }, series };
}

const options = {
  animation: false,
  useUTC: true,
  grid: GRID,
  legend: { top: 0 },
  tooltip: {
    trigger: 'axis',
    transitionDuration: 0,
    axisPointer: { animation: false },
    valueFormatter: (value) => value.toFixed(2),
  },
  yAxis: {},
};
const lines = names.map((name, i) => ({
  type: 'line',
  name,
  showSymbol: false,
  color: LINES[i].stroke,
  lineStyle: { width: LINES[i].width, type: LINES[i].dash ?? 'solid' },
}));
const charts = Array.from(document.querySelectorAll('.plot'), (host, i) => {
  const chart = init(host);
  chart.on('finished', () => bench.drew(chart));
  const { xAxis, series } = dataOf(i);
  chart.setOption({
    ...options,
    xAxis: { type: 'time', ...xAxis },
    series: lines.map((line, at) => ({ ...line, ...series[at] })),
  });
  return chart;
});
connect(charts);

bench.plot = () => {
  const { left, top, width, height } = charts[0].getDom().getBoundingClientRect();
  return {
    left: left + GRID.left,
    top: top + GRID.top,
    width: width - GRID.left - GRID.right,
    height: height - GRID.top - GRID.bottom,
  };
};
bench.advance = () => {
  view.advance();
  charts.forEach((chart, i) => chart.setOption(dataOf(i)));
};
