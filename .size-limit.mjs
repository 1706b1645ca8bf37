/** What the demo page fetches until its charts have painted. */
const PAINTED = [
  'dist/ie-charts.js',
  'dist/chunks/shared-*.js',
  'dist/chunks/{toolbar,requests-chart,latency-chart}.define-*.js',
  'dist/demo/main.js',
];

/** kB that a page fetches at once that bundles one entry of the tree alone; uPlot is whole there. */
const ENTRIES = {
  elements: 64,
  core: 25,
  sources: 3.2,
  timeframe: 10,
  'define-timeframe': 18,
  'define-toolbar': 12,
  'define-requests-chart': 46.8,
  'define-hardware-chart': 48,
  'define-pending-chart': 48,
  'define-replica-status': 48.7,
  'define-latency-chart': 46.8,
  'define-openmetrics-source': 10.5,
  'define-prometheus-source': 10.5,
  'element-timeframe': 18,
  'element-toolbar': 12,
  'element-requests-chart': 46.8,
  'element-hardware-chart': 48,
  'element-pending-chart': 48,
  'element-replica-status': 48.7,
  'element-latency-chart': 46.8,
  'element-openmetrics-source': 10.5,
  'element-prometheus-source': 10.5,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until the demo has painted', PAINTED, '46.2 kB'),
  gzipped('ie-charts.js, the loader alone', 'dist/ie-charts.js', '1 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '87.5 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
