// @ts-check
/** The data of the case pages: each `<ie-timeframe data-case>` gets a source that answers every chart. */

const STATES = /** @type {const} */ (['pending', 'downloading', 'pulling', 'initializing', 'running']);
/** How long each state but the last takes, s. */
const TAKES = [12, 150, 90, 75];
const LIMITS = { cpu: 1, gpu: 1, memory: 32 * 2 ** 30, 'gpu-memory': 80 * 2 ** 30 };

/** A number in [0, 1) that is the same for the same arguments. */
const noise = (/** @type {number} */ a, /** @type {number} */ b) => {
  const mixed = Math.sin(a * 12.9898 + b * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
};

/**
 * How a value is bent in each case.
 * @type {Record<string, (value: number, share: number) => number>}
 */
const BENT = {
  normal: (value) => value,
  empty: () => NaN,
  one: (value, share) => (share >= 0.5 && share < 0.5 + 1 / 60 ? value : NaN),
  gaps: (value, share) => (Math.floor(share * 12) % 3 === 1 ? NaN : value),
  negative: (value) => -value,
  huge: (value) => value * 1e9,
  tiny: (value) => value * 1e-9,
};

/** @param {number} count @param {{ from: number, to: number }} range */
function lanes(count, { from, to }) {
  return Array.from({ length: count }, (_, nth) => {
    const name = `llm-chat-${(0x1a2b3c + nth * 0x9e37).toString(36)}`;
    let at = from + (nth === 0 ? -600_000 : Math.floor(noise(nth, 1) * (to - from) * 0.6));
    const intervals = [];
    for (const [i, state] of STATES.entries()) {
      const end = i < TAKES.length ? at + (TAKES[i] ?? 0) * 1000 * (0.5 + noise(nth, i)) : to;
      if (end > at) intervals.push({ from: at, to: Math.min(end, to), state });
      at = end;
    }
    if (nth % 5 === 3) {
      const last = intervals.at(-1);
      if (last && last.to - last.from > 400_000) {
        const dies = last.to - 300_000;
        intervals.splice(-1, 1, { ...last, to: dies }, { from: dies, to: dies + 120_000, state: 'failed' });
        intervals.push({ from: dies + 120_000, to: last.to, state: 'running' });
      }
    }
    return { name, labels: { replica: name }, intervals };
  });
}

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  const bent = BENT[timeframe.dataset['case'] ?? ''] ?? BENT['normal'];
  const count = Number(timeframe.dataset['replicas'] ?? 3);
  timeframe.source = ({ metric, range, step, by, shape }) => {
    const width = step ?? range.to - range.from;
    const now = range.to - width / 2;
    const facts = { range, step, completeUntil: range.to - width, now, notices: [] };
    const all = lanes(timeframe.dataset['case'] === 'empty' ? 0 : count, {
      from: Date.parse('2026-06-01T10:00Z'),
      to: Date.parse('2026-06-01T11:00Z'),
    });
    if (shape === 'intervals') return { ...facts, kind: 'intervals', lanes: all };
    const length = Math.ceil((range.to - range.from) / width);
    const times = Float64Array.from({ length }, (_, i) => range.from + i * width);
    const column = (/** @type {(time: number, share: number) => number} */ value) =>
      times.map((time) => {
        const share = (time - range.from) / (range.to - range.from);
        return bent?.(value(time, share), share) ?? NaN;
      });
    const series = (
      /** @type {string} */ name,
      /** @type {Float64Array} */ values,
      unit = 'requests',
      labels = {},
    ) => ({
      name,
      labels: { series: name, ...labels },
      unit,
      values,
    });
    const running = (/** @type {number} */ time) =>
      all.filter(({ intervals }) =>
        intervals.some(({ from, to, state }) => state === 'running' && from < time + width && to > time),
      ).length;
    const answer = (/** @type {ReturnType<typeof series>[]} */ ...list) => ({
      ...facts,
      kind: /** @type {const} */ ('series'),
      times,
      series: list,
    });
    if (metric === 'replicas')
      return answer(
        series('running', column(running), 'replicas'),
        series(
          'maximum',
          column(() => count + 1),
          'replicas',
        ),
      );
    if (metric === 'pending')
      return answer(
        series(
          'pending',
          column((time, share) => 5 + 4 * Math.sin(share * 9) + 2 * noise(time / 60_000, 3)),
        ),
      );
    const limit = /** @type {Record<string, number>} */ (LIMITS)[metric];
    if (limit === undefined) throw new Error(`These cases have no ${metric}; ask for one of the charts on the page`);
    const unit = limit === 1 ? 'ratio' : 'bytes';
    const use = (/** @type {number} */ nth) => (/** @type {number} */ time, /** @type {number} */ share) =>
      limit * (0.45 + 0.3 * Math.sin(share * 7 + nth) + 0.1 * noise(time / 60_000, nth));
    const lines = by.includes('replica') ? all : [{ name: '', labels: {} }];
    return answer(
      ...lines.map(({ name, labels }, nth) => series(name, column(use(nth)), unit, { ...labels })),
      series(
        'limit',
        times.map(() => limit),
        unit,
      ),
    );
  };
}
