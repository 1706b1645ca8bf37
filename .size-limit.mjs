/** What a page of a toolbar and two charts fetches until they have painted. */
const TWO_CHARTS = [
  'dist/ie-charts.js',
  'dist/chunks/{latency-spec,response-class}-*.js',
  'dist/chunks/{toolbar,requests-chart,latency-chart}.define-*.js',
];

/** What a page of `<ie-analytics>` fetches until all of it has painted. */
const WHOLE_PAGE = [
  ...TWO_CHARTS,
  'dist/chunks/{area-mark,threshold-mark,chart-words,metric-words}-*.js',
  'dist/chunks/{analytics,stat,view,pending-chart,replica-status,hardware-chart,metric-chart}.define-*.js',
];

/** kB that a page fetches at once that bundles one entry of the tree alone; uPlot is whole there. */
const ENTRIES = {
  elements: 80,
  core: 28.2,
  sources: 3.2,
  timeframe: 10.7,
  'define-timeframe': 19.3,
  'define-toolbar': 12.6,
  'define-view': 9,
  'define-navigator': 54.5,
  'define-annotation': 10.7,
  'define-stat': 14,
  'define-metric-chart': 52.2,
  'define-analytics': 80,
  'define-requests-chart': 50.6,
  'define-hardware-chart': 51.7,
  'define-pending-chart': 51.4,
  'define-replica-status': 52.3,
  'define-latency-chart': 50.6,
  'define-openmetrics-source': 10.5,
  'define-prometheus-source': 10.5,
  'element-timeframe': 19.2,
  'element-toolbar': 12.6,
  'element-view': 9,
  'element-navigator': 54.5,
  'element-annotation': 10.6,
  'element-stat': 14,
  'element-metric-chart': 52.3,
  'element-analytics': 14,
  'element-requests-chart': 50.4,
  'element-hardware-chart': 51.5,
  'element-pending-chart': 51.4,
  'element-replica-status': 52.2,
  'element-latency-chart': 50.4,
  'element-openmetrics-source': 10.5,
  'element-prometheus-source': 10.5,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until a page with two charts has painted', TWO_CHARTS, '45 kB'),
  gzipped('scripts until <ie-analytics> has painted', WHOLE_PAGE, '60 kB'),
  gzipped('the demo’s simulated endpoint, until then', 'dist/demo/main.js', '5.5 kB'),
  gzipped('ie-charts.js: loader, lit, uPlot and what every chart needs', 'dist/ie-charts.js', '40 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '104 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
