/** What a page of a toolbar and two charts fetches until they have painted. */
const TWO_CHARTS = ['dist/ie-charts.js', 'dist/chunks/toolbar.define-*.js'];

/** What a page of `<ie-analytics>` fetches until all of it has painted; a check opens one and compares. */
const WHOLE_PAGE = [...TWO_CHARTS, 'dist/chunks/charts-*.js', 'dist/chunks/{analytics,view}.define-*.js'];

/** kB that a page fetches at once that bundles one entry of the tree alone; uPlot is whole there. */
const ENTRIES = {
  elements: 91.9,
  core: 34.2,
  sources: 4.0,
  timeframe: 16.4,
  'define-timeframe': 25.4,
  'define-toolbar': 12.7,
  'define-view': 9,
  'define-navigator': 56.8,
  'define-annotation': 10.9,
  'define-stat': 18.2,
  'define-metric-chart': 59.1,
  'define-analytics': 87.3,
  'define-requests-chart': 56.0,
  'define-hardware-chart': 57.3,
  'define-pending-chart': 57.1,
  'define-replica-status': 59.9,
  'define-latency-chart': 57.6,
  'define-openmetrics-source': 10.9,
  'define-prometheus-source': 10.9,
  'element-timeframe': 25.2,
  'element-toolbar': 12.6,
  'element-view': 9,
  'element-navigator': 56.7,
  'element-annotation': 10.8,
  'element-stat': 18.0,
  'element-metric-chart': 59.0,
  'element-analytics': 14,
  'element-requests-chart': 55.9,
  'element-hardware-chart': 57.2,
  'element-pending-chart': 57.1,
  'element-replica-status': 59.8,
  'element-latency-chart': 57.5,
  'element-openmetrics-source': 10.8,
  'element-prometheus-source': 10.8,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until a page with two charts has painted', TWO_CHARTS, '45 kB'),
  gzipped('scripts until <ie-analytics> has painted', WHOLE_PAGE, '60 kB'),
  gzipped('the demo’s simulated endpoint, until then', 'dist/demo/main.js', '5.5 kB'),
  gzipped('ie-charts.js: loader, lit, uPlot, and what most charts need', 'dist/ie-charts.js', '41.9 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '147 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
