/** What the demo page fetches until its charts have painted. */
const PAINTED = ['dist/ie-charts.js', 'dist/chunks/shared-*.js', 'dist/chunks/*.define-*.js', 'dist/demo/main.js'];

const gzipped = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  gzipped('scripts until the demo has painted', PAINTED, '45 kB'),
  gzipped('ie-charts.js, the loader alone', 'dist/ie-charts.js', '1 kB'),
  gzipped('ie-charts.all.min.js', 'dist/ie-charts.all.min.js', '48 kB'),
  gzipped('core, as a tree', 'dist/core/**/*.js', '26 kB'),
  gzipped('sources, as a tree', 'dist/sources/**/*.js', '5 kB'),
  gzipped('timeframe, as a tree', 'dist/timeframe/**/*.js', '20 kB'),
];
