import { PEERS } from './install-peers.mjs';
import { MOVES, TICKS } from './measures.mjs';
import { circumstances, ROWS } from './report.mjs';
import { median } from './statistics.mjs';

const SIDES = [
  { page: 'ours', hinted: 'ours', title: 'ie-charts' },
  { page: 'bare', hinted: 'hinted', title: 'bare uPlot' },
  ...PEERS.map(({ page, title }) => ({ page, hinted: `${page}-hinted`, title })),
];
const kB = ({ bytes }) => bytes / 1000;
/** Those of the other benchmark in which all sides take part, and some more. */
const TIMES = ROWS.filter(({ side, against }) => !side && !against);
const SIZES = [
  { label: 'Script until the first paint, gzipped', kind: 'paint', of: kB, digits: 1 },
  { label: 'Script after a cursor moved, gzipped', kind: 'live', of: kB, digits: 1 },
];
const HINTED = [
  { label: 'First paint with the compile hint, elapsed', kind: 'paint', of: ({ wall }) => wall, version: 'hinted' },
  { label: 'First paint with the compile hint, main thread', kind: 'paint', of: ({ task }) => task, version: 'hinted' },
];

/** The results as Markdown: lists of results by page, for cold pages and for live ones. */
export function reportPeers(paint, live, browser) {
  const results = { paint, live };
  const row = ({ label, kind, of, version = 'page', digits = 2 }) => {
    const [, bare] = SIDES;
    const medianOf = (side) => median(results[kind][side[version]].map(of));
    const cells = SIDES.map((side) => {
      const value = medianOf(side).toFixed(digits);
      return side === bare ? value : `${value} (${(medianOf(side) / medianOf(bare)).toFixed(2)})`;
    });
    return `| ${label} | ${cells.join(' | ')} |`;
  };
  const table = (unit, rows) =>
    `| ${unit} (ratio to bare uPlot) | ${SIDES.map(({ title }) => title).join(' | ')} |\n` +
    `| --- |${' --- |'.repeat(SIDES.length)}\n${rows.map(row).join('\n')}`;
  const sides = PEERS.map(({ title, version, license }) => `${title} ${version} (${license})`);
  return `# Benchmark against other libraries

${circumstances(browser, paint.bare.length)}

${table('Milliseconds, median', [...TIMES.slice(0, 3), ...HINTED, ...TIMES.slice(3)])}

${table('kB', SIZES)}

**The sides.** \`<ie-latency-chart>\` and bare uPlot as in [RESULTS.md](RESULTS.md), where the measures are told, and ${sides.join(', ')}. \`npm run bench:peers\` brings these from npm; they are no dependencies of this package. All draw the same 360 points × 4 lines in the same colours on 800 × 260 pixels. All are bundled by the same tools and come from one server, compressed; those from npm without the minifier's unsafe options, which break ECharts. Rounds take turns, in another order each; the first two do not count. The compile hint is that of RESULTS.md, which ie-charts has in any case.

**What is checked.** uPlot, ie-charts and Chart.js stroke their lines as paths, which tells when a chart is drawn. ECharts tells it by its event \`finished\`, lightweight-charts draws at an animation frame that it asked for before the page did. When the first paint ends, a picture of what stands on the canvases is kept, and each chart must have its four lines there; ie-charts, which draws in shadow roots, is known by its strokes alone. The last chart must change while the pointer moves over the first.

**What differs.**

- **ECharts**: line chart, grid, legend and tooltip out of its parts, canvas renderer, no animation, typed arrays of pairs. \`echarts.connect\` links the cursors, and shows a tooltip on each of the eight charts, where ie-charts and the pages of the other two have one at the pointer. Its cursor stands on the canvas of the lines, so a move draws them anew. \`useDirtyRect\`, which is to spare that, takes about half of the time, but wiped most of the lines away here, so it is off; lines on a layer of their own (\`zlevel\`), or data as a dataset, were no faster.
- **lightweight-charts**: \`update\` for each new point, by which the range moves on; it keeps what is out of view. It has no legend and no tooltip: the page adds a tooltip as the examples of its documentation do, and links the cursors by \`subscribeCrosshairMove\` and \`setCrosshairPosition\`. Its dashes are its own, dotted and dashed.
- **Chart.js**: line chart, linear scales, legend and tooltip out of its parts, and the advice of its documentation on speed: no animation, no parsing, normalized data, no rotation of labels. It has no time axis without a library of dates, so the page writes the labels of a linear one. It has no line at the cursor and no linked charts: the page draws the one, and sets the active points of the others. Its tooltip is on the canvas of the lines, so a move draws them anew.
`;
}
