import { Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { labelOf, LINES, movingView, QUANTILES, SPAN } from './data.js';

const view = movingView();
const clock = (time) => new Date(time).toISOString().slice(11, 16);
const range = () => ({ min: Date.now() - SPAN, max: Date.now() });

/** The library has no line at the cursor. */
const crosshair = {
  id: 'crosshair',
  afterDatasetsDraw(chart) {
    const [active] = chart.getActiveElements();
    if (!active) return;
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.strokeStyle = '#888';
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(active.element.x, chartArea.top);
    ctx.lineTo(active.element.x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};
Chart.register(LineController, LineElement, PointElement, LinearScale, Legend, Tooltip, crosshair);

/** Nor linked charts. */
function follow(chart, active) {
  for (const other of charts) {
    if (other === chart) continue;
    other.setActiveElements(active.map(({ datasetIndex, index }) => ({ datasetIndex, index })));
    other.render();
  }
}

const charts = Array.from(document.querySelectorAll('.plot'), (host, chart) => {
  const canvas = host.appendChild(document.createElement('canvas'));
  canvas.width = host.clientWidth;
  canvas.height = host.clientHeight;
  const [times, ...values] = view.dataOf(chart);
  return new Chart(canvas, {
    type: 'line',
    data: {
      datasets: LINES.map(({ stroke, width, dash }, i) => ({
        label: labelOf(QUANTILES[i]),
        data: Array.from(times, (x, point) => ({ x, y: values[i][point] })),
        borderColor: stroke,
        borderWidth: width,
        borderDash: dash,
        pointRadius: 0,
      })),
    },
    options: {
      responsive: false,
      animation: false,
      parsing: false,
      normalized: true,
      interaction: { mode: 'index', intersect: false },
      onHover: (_, active, hovered) => follow(hovered, active),
      plugins: { tooltip: { callbacks: { title: ([{ parsed }]) => clock(parsed.x) } } },
      scales: {
        x: {
          type: 'linear',
          ...range(),
          ticks: { stepSize: 600_000, minRotation: 0, maxRotation: 0, callback: clock },
        },
        y: { ticks: { minRotation: 0, maxRotation: 0 } },
      },
    },
  });
});

bench.plot = () => {
  const { left, top } = charts[0].canvas.getBoundingClientRect();
  const { chartArea } = charts[0];
  return { left: left + chartArea.left, top: top + chartArea.top, width: chartArea.width, height: chartArea.height };
};
bench.advance = () => {
  view.advance();
  charts.forEach((chart, i) => {
    const [times, ...values] = view.dataOf(i);
    chart.data.datasets.forEach(({ data }, at) => {
      data.shift();
      data.push({ x: times.at(-1), y: values[at].at(-1) });
    });
    Object.assign(chart.options.scales.x, range());
    chart.update('none');
  });
};
