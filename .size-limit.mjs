/** What a page of a toolbar and two charts fetches until they have painted. */
const TWO_CHARTS = ['dist/ie-charts.js', 'dist/chunks/toolbar.define-*.js'];

/** What a page of `<ie-analytics>` fetches until all of it has painted; a check opens one and compares. */
const WHOLE_PAGE = [...TWO_CHARTS, 'dist/chunks/charts-*.js', 'dist/chunks/{analytics,view}.define-*.js'];

/** kB that a page fetches at once that bundles one entry of the tree alone; uPlot is whole there. */
const ENTRIES = {
  elements: 89.3,
  core: 33.0,
  sources: 4.0,
  timeframe: 15.0,
  'define-timeframe': 24.3,
  'define-toolbar': 12.7,
  'define-view': 9,
  'define-navigator': 55.9,
  'define-annotation': 10.9,
  'define-stat': 15.6,
  'define-metric-chart': 57.5,
  'define-analytics': 84.7,
  'define-requests-chart': 54.5,
  'define-hardware-chart': 55.8,
  'define-pending-chart': 55.3,
  'define-replica-status': 58.0,
  'define-latency-chart': 56.0,
  'define-openmetrics-source': 10.9,
  'define-prometheus-source': 10.9,
  'element-timeframe': 24.1,
  'element-toolbar': 12.6,
  'element-view': 9,
  'element-navigator': 55.8,
  'element-annotation': 10.8,
  'element-stat': 15.4,
  'element-metric-chart': 57.5,
  'element-analytics': 14,
  'element-requests-chart': 54.4,
  'element-hardware-chart': 55.7,
  'element-pending-chart': 55.2,
  'element-replica-status': 57.9,
  'element-latency-chart': 55.9,
  'element-openmetrics-source': 10.8,
  'element-prometheus-source': 10.8,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until a page with two charts has painted', TWO_CHARTS, '45 kB'),
  gzipped('scripts until <ie-analytics> has painted', WHOLE_PAGE, '60 kB'),
  gzipped('the demo’s simulated endpoint, until then', 'dist/demo/main.js', '5.5 kB'),
  gzipped('ie-charts.js: loader, lit, uPlot, and what most charts need', 'dist/ie-charts.js', '42.2 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '145.9 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
