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
  'element-hardware-chart': 53.1,
