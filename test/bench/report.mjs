import { cpus, loadavg, totalmem } from 'node:os';
import { MOVES, TICKS } from './measures.mjs';
import { median, quantile } from './statistics.mjs';

/** What is compared: `of` takes one number (ms) out of a result, `limit` is the ratio to bare uPlot that is allowed. */
export const ROWS = [
  { label: 'First paint of 4 charts, elapsed', kind: 'paint', of: ({ wall }) => wall, limit: 1.25 },
  { label: 'First paint of 4 charts, script', kind: 'paint', of: ({ script }) => script },
  { label: 'First paint of 4 charts, main thread', kind: 'paint', of: ({ task }) => task },
  { label: 'First paint, uPlot with the same hint, elapsed', kind: 'paint', against: 'hinted', of: ({ wall }) => wall },
  { label: 'First paint from the single file, elapsed', kind: 'paint', side: 'single', of: ({ wall }) => wall },
  { label: 'First paint from the single file, main thread', kind: 'paint', side: 'single', of: ({ task }) => task },
  { label: 'Live tick of 8 charts, script', kind: 'live', of: ({ tick }) => tick.script, limit: 1.5 },
  { label: 'Live tick of 8 charts, main thread', kind: 'live', of: ({ tick }) => tick.task },
  { label: 'Cursor move, the first 100, script', kind: 'live', of: ({ firstMove }) => firstMove.script },
  { label: 'Cursor move over 8 charts, script', kind: 'live', of: ({ move }) => move.script },
  { label: 'Cursor move over 8 charts, main thread', kind: 'live', of: ({ move }) => move.task, limit: 1.1 },
];

/** The results as Markdown: lists of results by page, for cold pages and for live ones. */
export function report(paint, live, browser) {
  const results = { paint, live };
  const rows = ROWS.map(({ label, kind, side = 'ours', against = 'bare', of, limit }) => {
    const ours = results[kind][side].map(of);
    const bare = results[kind][against].map(of);
    const ratio = median(ours) / median(bare);
    const held = limit === undefined ? '' : `${limit} ${ratio <= limit ? 'held' : '**not held**'}`;
    return `| ${label} | ${spread(ours)} | ${spread(bare)} | ${ratio.toFixed(2)} | ${held} |`;
  });
  return `# Benchmark against bare uPlot

${circumstances(browser, paint.bare.length)}

| Milliseconds, median (quartiles) | ie-charts | bare uPlot | ratio | limit |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

**The two sides.** \`<ie-latency-chart>\` with four percentiles, its header values, legend and tooltip; and uPlot 1.6.32 as its package has it, with its own legend and axes. Both draw the same 360 points × 4 lines, two of them dashed, on canvases of the same size, bundled and minified alike, from one server, compressed. Rounds take turns, in another order each; the first two do not count.

- **First paint**: a new browser context for each page, so nothing is in a cache. *Elapsed* is from navigation to the end of the main thread's work on the frame in which all four charts stand. *Script* is CPU time of JavaScript on the main thread until then, *main thread* all its CPU time. ie-charts comes by its script tag with the chunks that it loads; *single file* is \`ie-charts.all.min.js\`. The build of ie-charts.js asks the browser to compile its functions while it loads (\`.ci/build/compiled-at-once.mjs\`); uPlot's package does not, but a page that bundles it may, so a row of its own shows uPlot with the same hint.
- **Live tick**: each chart gets one point and the range moves on; ${TICKS} ticks, each drawn before the next, after 10 that do not count. ie-charts goes its whole way: the source says that there is more, the time frame asks for the rest, joins it, and each chart draws it and four new header values. uPlot gets \`setData\` and \`setScale\`.
- **Cursor move**: ${MOVES} moves of a real pointer over the first chart, while seven others follow, after as many that the engine still compiles in, which have a row of their own. ie-charts shows its tooltip and the dots on each line; uPlot its own legends, linked by \`uPlot.sync\`. The limit is on all that a move costs the main thread: most of it is the layout and the painting that the writing causes, not the script.
`;
}

/** When, where and how often it was measured. */
export function circumstances(browser, rounds) {
  const [{ model }, ...others] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${day} · ${browser}, software rendering · Node ${process.version} · ${others.length + 1} × ${model} · ${memory} GB · load ${loadavg()[1].toFixed(1)} in the last 5 minutes · ${rounds} rounds`;
}

const spread = (values) =>
  `${median(values).toFixed(2)} (${quantile(values, 0.25).toFixed(2)} – ${quantile(values, 0.75).toFixed(2)})`;
