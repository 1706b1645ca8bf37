/** What a page of a toolbar and two charts fetches until they have painted. */
const TWO_CHARTS = ['dist/ie-charts.js', 'dist/chunks/toolbar.define-*.js'];

/** What a page of `<ie-analytics>` fetches until all of it has painted; a check opens one and compares. */
const WHOLE_PAGE = [...TWO_CHARTS, 'dist/chunks/charts-*.js', 'dist/chunks/{analytics,view}.define-*.js'];

/** kB that a page fetches at once that bundles one entry of the tree alone; uPlot is whole there. */
const ENTRIES = {
  elements: 94.1,
  core: 34.8,
  sources: 4.0,
  timeframe: 16.6,
  'define-timeframe': 25.6,
  'define-toolbar': 12.7,
  'define-view': 9,
  'define-navigator': 57.5,
  'define-annotation': 10.9,
  'define-stat': 18.7,
  'define-metric-chart': 59.9,
  'define-analytics': 89.1,
  'define-requests-chart': 56.8,
  'define-hardware-chart': 58.2,
  'define-pending-chart': 58.0,
  'define-replica-status': 60.6,
  'define-latency-chart': 58.4,
  'define-openmetrics-source': 10.9,
  'define-prometheus-source': 10.9,
  'element-timeframe': 25.4,
  'element-toolbar': 12.6,
  'element-view': 9,
  'element-navigator': 57.3,
  'element-annotation': 10.8,
  'element-stat': 18.6,
  'element-metric-chart': 59.8,
  'element-analytics': 14,
  'element-requests-chart': 56.7,
  'element-hardware-chart': 58.0,
  'element-pending-chart': 57.9,
  'element-replica-status': 60.5,
  'element-latency-chart': 58.3,
  'element-openmetrics-source': 10.8,
  'element-prometheus-source': 10.8,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until a page with two charts has painted', TWO_CHARTS, '45 kB'),
  gzipped('scripts until <ie-analytics> has painted', WHOLE_PAGE, '60 kB'),
  gzipped('the demo’s simulated endpoint, until then', 'dist/demo/main.js', '5.5 kB'),
  gzipped('ie-charts.js: loader, lit, uPlot, and what most charts need', 'dist/ie-charts.js', '42.2 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '150 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
