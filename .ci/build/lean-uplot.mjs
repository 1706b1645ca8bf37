import { cutOut, refuseCalls } from './cuts.mjs';

/**
 * uPlot without what `src/plot` switches off: its own cursor, legend, time axis, path builders and scale kinds.
 * Their switches become constants, so that the minifier finds the code behind them unused. Each cut must be found
 * in the source: the build fails where another version of uPlot lacks it.
 */
const CUTS = [
  // Switches.
  ['const showLegend = legend.show;', 'const showLegend = false;'],
  [/const showCursor = +cursor\.show;/, 'const showCursor = false;'],
  [/\blegend\.live\b/g, 'false'],
  [/\bisTime = .*\.time;/g, 'isTime = false;'],
  [/\bmode == 2\b/g, 'false'],
  [/\bmode == 1\b/g, 'true'],
  [/\b(?:scale|sc|wsc|xScaleDistr|distr)(?:\.distr)? == (?:2|3|4|100)\b/g, 'false'],
  [/\bs\.show && s\.auto\b/g, 'false'],
  ['let rangeIsArr = isArr(rn);', 'const rangeIsArr = false;'],
  ['!rangeIsArr && isObj(rn)', 'false'],
  [/\bselect\.show\b/g, 'false'],
  [/\baxis\.label != null\b/g, 'false'],
  ['flags != 0 && bands', 'false && bands'],
  [/let show = s\.points\.show\(.*\);/, 'const show = false;'],
  [/let idxs = s\.points\.filter\(.*\);/, 'const idxs = false;'],
  ['cacheStrokeFill(i, true);', ''],
  [/let _ptDia = [^]*?points\.pxAlign = s\.pxAlign;/, ''],
  [/\b(?:wsc|sc|scaleOpts)\.from != null\b/g, 'false'],
  [/\b(?:wsc|sc)\.from == null\b/g, 'true'],
  [/\bif \(bandClip\) \{/g, 'if (false) {'],
  [/let angle = axis\._rotate .*;/, 'const angle = 0;'],
  ['if (cursor.dataIdx == null) {', 'if (false) {'],
  ['const cursorOnePt = cursorFocus && points.one;', 'const cursorOnePt = false;'],
  ['if (_resetScales !== false) {', 'if (false) {'],
  ['if (isArr(axis.incrs)) {', 'if (false) {'],
  ['show: seriesPointsShow,', 'show: false,'],
  ['if (opts.title) {', 'if (false) {'],
  ['if (opts.id != null)', 'if (false)'],
  [/\(opts\.plugins \|\| \[\]\)\.forEach/g, 'false && [].forEach'],
  // Defaults that a plot of ours always gives.
  ['s.paths || linearPath || retNull', 's.paths'],
  [/\bav \|\| numAxisVals/, 'av'],
  [/ : sv \|\| numSeriesVal;/, ' : sv;'],
  [/sc\.range = fnOrSelf\(rn [^]*?\n\t{4}\)\);/, 'sc.range = rn;'],
  ['sc.clamp || clampScale', 'sc.clamp'],
  [/axis\.filter \|\| \(.*\)\);/, 'axis.filter || retArg1);'],
  [/axis\.incrs +\|\| \(.*\)\);/, 'axis.incrs);'],
  [/let incrs += axis\._incrs = .*;/, ''],
  ['findIncr(min, max, incrs, fullDim, minSpace)', '[1, 1]'],
  [/\(opts\.padding \|\| \[.*;/, 'opts.padding.map(fnOrSelf);'],
  [/axis\.splits \|\| \(.*\)\);/, 'axis.splits);'],
  [
    /self\.cursor = assign\(\{\}, cursorOpts, .*\)\);/,
    'self.cursor = { drag: {}, focus: {}, points: {}, dataIdx: retNull });',
  ],
  [/if \(pendScales\[xScaleKey\]\)\n(\t+setScale\(.*;)\n\t+else\n\t+autoScaleX\(\);/, '$1'],
  ['opts.bands || []', '[]'],
  [/^\tif \(then\) \{[^]*?\n\t\}\n\telse\n\t\t_init\(\);/m, '\tthen.appendChild(root);\n\t_init();'],
  // What hangs on them.
  [/const (decIncrs|oneIncrs|wholeIncrs|numIncrs|days3|months3) = .*;/g, 'const $1 = [];'],
  ["new Intl.NumberFormat(domEnv ? nav.language : 'en-US')", 'null'],
  [/^\tpoints\.(?:show|size|stroke|width|fill) += fnOrSelf\(points\.\w+\);/gm, ''],
  [/^\tbands\.forEach\([^]*?\n\t\}\);/m, ''],
  ['cursor._lock = false;', ''],
  [/const (?:linearPath|pointsPath) = \w+\(\) ;/g, ''],
  [/const (?:_timeAxisSplits|_timeAxisVals|_timeSeriesVal|_tzDate|_fmtDate) +=.*;/g, ''],
  [/const \[ timeIncrs\w+, .* \] = genTimeStuffs\(.*\);/g, ''],
  [/events\.(?:mousedown|mousemove|mouseup|dblclick) = \w+;/g, ''],
  [/const seriesIdxMatcher = [^]*?(?=function destroy)/, ''],
  [/self\.valToPos = \([^]*?\n\t\);/, ''],
  ['sync.unsub(self);', ''],
  [/^\t+syncRect\(true\);/m, ''],
  [/on\((?:resize|scroll), win, .*\);/g, ''],
  [/self\.setCursor = \([^]*?\n\t\};/, ''],
  [/events\["setSeries"\] = \([^]*?\n\t\};/, ''],
  [/const localTz = .*;/g, ''],
  [/^genIncrs\(.*;/m, ''],
  [/(?<=self\.legend = ).*(?=\);\n)/, '{ markers: {} }'],
  [/\n\t\{\n\t\tlegend\.idxs = [^]*?\n\t\}/, ''],
  // Parts of its interface that are not called.
  [
    /uPlot\.(?:assign|fmtNum|rangeNum|rangeLog|rangeAsinh|orient|join|fmtDate|tzDate|sync|addGap|clipGaps) *= \w+;/g,
    '',
  ],
  [/let paths = uPlot\.paths = \{[^}]*\};/, ''],
  [/\(paths\.\w+ *= \w+\);/g, ''],
  [/self\.(?:addBand|setBand|delBand|setSeries|posToIdx|posToVal|setSelect|setLegend|addSeries|delSeries) = \w+;/g, ''],
];

/** Parts of its interface that are gone. */
const CUT_METHODS =
  'valToPos posToVal posToIdx setCursor setSeries addSeries delSeries setSelect setLegend addBand setBand delBand'.split(
    ' ',
  );

export const leanUplot = {
  name: 'lean-uplot',
  transform(code, id) {
    if (!/uPlot\.esm\.js$/.test(id)) return null;
    return cutOut(this, 'uPlot', code, CUTS);
  },
  generateBundle(_options, bundle) {
    refuseCalls(this, 'uPlot', bundle, CUT_METHODS);
  },
};
