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
  elements: 82.8,
  core: 30.0,
  sources: 4.0,
  timeframe: 13.4,
  'define-timeframe': 23.1,
  'define-toolbar': 12.6,
  'define-view': 9,
  'define-navigator': 54.8,
  'define-annotation': 10.9,
  'define-stat': 14,
  'define-metric-chart': 54.6,
  'define-analytics': 80,
  'define-requests-chart': 51.8,
  'define-hardware-chart': 53.2,
  'define-pending-chart': 52.8,
  'define-replica-status': 54.4,
  'define-latency-chart': 53.3,
  'define-openmetrics-source': 10.9,
  'define-prometheus-source': 10.9,
  'element-timeframe': 23.0,
  'element-toolbar': 12.6,
  'element-view': 9,
  'element-navigator': 54.6,
  'element-annotation': 10.8,
  'element-stat': 14,
  'element-metric-chart': 54.7,
  'element-analytics': 14,
  'element-requests-chart': 51.7,
  'element-hardware-chart': 53.1,
  'element-pending-chart': 52.7,
  'element-replica-status': 54.3,
  'element-latency-chart': 53.2,
  'element-openmetrics-source': 10.8,
  'element-prometheus-source': 10.8,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until a page with two charts has painted', TWO_CHARTS, '45 kB'),
  gzipped('scripts until <ie-analytics> has painted', WHOLE_PAGE, '60 kB'),
  gzipped('the demo’s simulated endpoint, until then', 'dist/demo/main.js', '5.5 kB'),
  gzipped('ie-charts.js: loader, lit, uPlot and what every chart needs', 'dist/ie-charts.js', '40 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '121 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
