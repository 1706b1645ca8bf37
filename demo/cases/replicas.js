// @ts-check
/** An endpoint whose replicas are added and taken away by hand. */

const MINUTE = 60_000;
const STARTS = 40_000;

/** @typedef {{ readonly name: string, readonly from: number, to: number }} Replica */

/** @type {Replica[]} */
const replicas = [1, 2, 3].map((nth) => ({ name: `llm-${nth}`, from: Date.now() - 60 * MINUTE, to: Infinity }));

/** @param {{ replicas: readonly string[] | null }} request */
const asked = ({ replicas: names }) => replicas.filter(({ name }) => !names || names.includes(name));

/** @param {import('ie-charts/core').FrameRequest} request @returns {import('ie-charts/core').Frame} */
function answer(request) {
  const { metric, range, step, by } = request;
  const now = Date.now();
  const width = step ?? range.to - range.from;
  const completeUntil = Math.min(range.to, step ? Math.floor(now / step) * step : now);
  const facts = { range, step, completeUntil, now, notices: [] };
  if (metric === 'replica-states') {
    const lanes = asked(request)
      .map(({ name, from, to }) => ({
        name,
        labels: { replica: name },
        intervals: [
          { from, to: Math.min(from + STARTS, to), state: 'initializing' },
          { from: from + STARTS, to: Math.min(to, now), state: 'running' },
        ].filter((one) => one.to > Math.max(one.from, range.from) && one.from < range.to),
      }))
      .filter(({ intervals }) => intervals.length > 0);
    return { kind: 'intervals', ...facts, lanes };
  }
  const count = Math.max(0, Math.ceil((Math.min(now, range.to) - range.from) / width));
  const times = Float64Array.from({ length: count }, (_, i) => range.from + i * width);
  const runs = (/** @type {Replica} */ { from, to }, /** @type {number} */ time) => time >= from + STARTS && time < to;
  if (metric === 'replicas') {
    const values = times.map((time) => asked(request).filter((one) => runs(one, time)).length);
    const series = [{ name: 'running', labels: { series: 'running' }, unit: 'replicas', values }];
    return { kind: 'series', ...facts, times, series };
  }
  const use = (/** @type {Replica} */ one, /** @type {number} */ time) =>
    runs(one, time) ? 0.5 + 0.3 * Math.sin(time / MINUTE + replicas.indexOf(one)) : Number.NaN;
  const lines = asked(request).map((one) => ({ name: one.name, values: times.map((time) => use(one, time)) }));
  const mean = times.map((_, i) => {
    const known = lines.map(({ values }) => values[i] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  const drawn = by.includes('replica') ? lines.map((one) => ({ ...one, labels: { replica: one.name } })) : [];
  const series = drawn.length > 0 ? drawn : [{ name: 'all', labels: {}, values: mean }];
  return { kind: 'series', ...facts, times, series: series.map((one) => ({ ...one, unit: 'ratio' })) };
}

const timeframe = document.querySelector('ie-timeframe');
const shown = document.querySelector('#shown');
// Also before the element is defined: it reads what it has by then.
if (timeframe) timeframe.source = answer;
await customElements.whenDefined('ie-timeframe');
if (timeframe && shown) {
  const tell = () => {
    const { replicas: names, except } = timeframe.state;
    shown.textContent = except ? `all but ${except.join(', ')}` : (names?.join(', ') ?? 'all');
  };
  timeframe.store.subscribe(tell);
  tell();
  const changed = () => timeframe.store.request({ type: 'refresh' });
  document.querySelector('#up')?.addEventListener('click', () => {
    replicas.push({ name: `llm-${replicas.length + 1}`, from: Date.now() - STARTS, to: Infinity });
    changed();
  });
  document.querySelector('#down')?.addEventListener('click', () => {
    const last = replicas.findLast(({ to }) => to === Infinity);
    if (last) last.to = Date.now();
    changed();
  });
}
