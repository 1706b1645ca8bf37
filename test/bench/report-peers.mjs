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

**The sides.** \`<ie-latency-chart>\` and bare uPlot as in [RESULTS.md](RESULTS.md), where the measures are told; and ${sides.join(', ')}, which \`npm run bench:peers\` brings from npm and which are no dependencies of this package. All draw the same 360 points × 4 lines of the same colours in hosts of 800 × 260 pixels, bundled and minified alike, from one server, compressed. Rounds take turns, in another order each; the first two do not count. At the moment when the first paint ends, a picture of each canvas is kept, and all four lines must stand on it; while the pointer moves over the first chart, the last one must change.
`;
}
