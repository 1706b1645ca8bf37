import { createChart, LineSeries } from 'lightweight-charts';
import { labelOf, LINES, movingView, QUANTILES } from './data.js';

const STYLES = { '6,3': 2, '2,3': 1 };
const view = movingView();

const charts = Array.from(document.querySelectorAll('.plot'), (host, i) => {
  const { clientWidth: width, clientHeight: height } = host;
  const chart = createChart(host, {
    width,
    height,
    timeScale: { timeVisible: true, secondsVisible: false },
    crosshair: { mode: 0, horzLine: { visible: false, labelVisible: false }, vertLine: { labelVisible: false } },
  });
  const [times, ...values] = view.dataOf(i);
  const lines = LINES.map(({ stroke: color, width: lineWidth, dash }, at) => {
    const lineStyle = dash ? STYLES[dash] : 0;
    const line = chart.addSeries(LineSeries, {
      color,
      lineWidth,
      lineStyle,
      priceLineVisible: false,
      lastValueVisible: false,
    });
    line.setData(Array.from(times, (time, point) => ({ time: time / 1000, value: values[at][point] })));
    return line;
  });
  chart.timeScale().fitContent();
  return { chart, lines, tooltip: addTooltip(host) };
});

/** The library has none: one as the examples of its documentation make it. */
function addTooltip(host) {
  const tooltip = document.createElement('div');
  tooltip.className = 'tooltip';
  const rows = ['', ...QUANTILES].map(() => tooltip.appendChild(document.createElement('div')));
  host.append(tooltip);
  return {
    hide: () => void (tooltip.style.display = 'none'),
    show({ x, y }, texts) {
      texts.forEach((text, i) => void (rows[i].textContent = text));
      tooltip.style.display = 'block';
      tooltip.style.left = `${x + 15}px`;
      tooltip.style.top = `${y + 15}px`;
    },
  };
}

for (const hovered of charts) {
  const { chart, lines, tooltip } = hovered;
  const others = charts.filter((one) => one !== hovered);
  chart.subscribeCrosshairMove(({ point, time, seriesData }) => {
    if (!point || !time) {
      tooltip.hide();
      for (const other of others) other.chart.clearCrosshairPosition();
      return;
    }
    const values = lines.map((line) => seriesData.get(line)?.value ?? NaN);
    const clock = new Date(time * 1000).toISOString().slice(11, 19);
    tooltip.show(point, [clock, ...values.map((value, i) => `${labelOf(QUANTILES[i])} ${value.toFixed(2)}`)]);
    for (const other of others) other.chart.setCrosshairPosition(values[0], time, other.lines[0]);
  });
}

/** All charts draw in the next frame, at a call that they asked for before this one. */
function tellWhenDrawn() {
  requestAnimationFrame(() => charts.forEach(({ chart }) => bench.drew(chart)));
}
tellWhenDrawn();

bench.plot = () => {
  const { left, top } = document.querySelector('.plot').getBoundingClientRect();
  return { left, top, ...charts[0].chart.paneSize() };
};
/** The last point is in view, so the range moves on with each new one. */
bench.advance = () => {
  view.advance();
  charts.forEach(({ lines }, i) => {
    const [times, ...values] = view.dataOf(i);
    lines.forEach((line, at) => line.update({ time: times.at(-1) / 1000, value: values[at].at(-1) }));
  });
  tellWhenDrawn();
};
