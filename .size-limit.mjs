/** What the demo page fetches until its charts have painted. */
const PAINTED = [
  'dist/ie-charts.js',
  'dist/chunks/shared-*.js',
  'dist/chunks/{toolbar,*-chart}.define-*.js',
  'dist/demo/main.js',
];

/** kB that a page fetches at once that bundles one entry of the tree alone; uPlot is whole there. */
const ENTRIES = {
  elements: 59,
  core: 13.5,
  sources: 3.2,
  timeframe: 10,
  'define-timeframe': 18,
  'define-toolbar': 12,
  'define-requests-chart': 46.6,
  'define-latency-chart': 46.6,
  'define-prometheus-source': 10.5,
  'element-timeframe': 18,
  'element-toolbar': 12,
  'element-requests-chart': 46.6,
  'element-latency-chart': 46.6,
  'element-prometheus-source': 10.5,
};

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until the demo has painted', PAINTED, '45.8 kB'),
  gzipped('ie-charts.js, the loader alone', 'dist/ie-charts.js', '1 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '66.5 kB'),
  ...Object.entries(ENTRIES).map(([name, limit]) => gzipped(name, `.cache/entries/${name}.js`, `${limit} kB`)),
];
