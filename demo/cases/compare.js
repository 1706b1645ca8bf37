// @ts-check
/** An endpoint that is busy by day, by the clock of Paris, and of which each day is a little different. */
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A number in [0, 1) that is the same for the same arguments. */
const noise = (/** @type {number} */ a, /** @type {number} */ b) => {
  const mixed = Math.sin(a * 12.9898 + b * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
};

const clock = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Paris',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});
/** Hours since midnight in Paris. */
const hours = (/** @type {number} */ time) => {
  const [hour, minute] = clock.format(time).split(':').map(Number);
  return (hour ?? 0) + (minute ?? 0) / 60;
};

/** How busy it is at a time, about 0 to 1. */
const load = (/** @type {number} */ time) => {
  const day = Math.floor(time / DAY);
  const hour = hours(time) + noise(day, 1);
  const peak = (/** @type {number} */ at, /** @type {number} */ width) => Math.exp(-(((hour - at) / width) ** 2));
  return (0.8 + 0.5 * noise(day, 2)) * (0.15 + 0.55 * peak(10, 2.5) + 0.4 * peak(16, 3));
};

/** @typedef {(time: number, nth: number) => number} Value */
const wobble = (/** @type {number} */ time, /** @type {number} */ nth) => 0.9 + 0.2 * noise(time / MINUTE, nth);
/** @type {Record<string, Record<string, Value>>} */
const RATES = {
  requests: {
    200: (time, nth) => 120 * load(time) * wobble(time, nth),
    302: (time, nth) => 4 * load(time) * wobble(time, nth),
    429: (time, nth) => 22 * Math.max(0, load(time) - 0.45) * wobble(time, nth),
    503: (time, nth) => (noise(time / MINUTE, nth) > 0.93 ? 6 : 0),
  },
  tokens: {
    input: (time, nth) => 90_000 * load(time) * wobble(time, nth),
    output: (time, nth) => 30_000 * load(time) * wobble(time, nth),
  },
};
/** @type {Record<string, Record<string, Value>>} */
const GAUGES = {
  latency: {
    0.99: (time, nth) => (1.1 + 1.2 * load(time)) * wobble(time, nth),
    0.95: (time, nth) => (0.8 + 0.8 * load(time)) * wobble(time, nth),
    0.9: (time, nth) => (0.6 + 0.6 * load(time)) * wobble(time, nth),
    0.5: (time, nth) => (0.25 + 0.2 * load(time)) * wobble(time, nth),
  },
  pending: { pending: (time, nth) => 9 * load(time) * wobble(time, nth) },
  gpu: { a: (time, nth) => 0.9 * Math.min(1, load(time) * wobble(time, nth)) },
  replicas: { running: (time) => Math.ceil(5 * load(time)), maximum: () => 6 },
};

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  const since = Date.parse(timeframe.dataset['since'] ?? '2020-01-01T00:00Z');
  timeframe.source = ({ metric, range, step }) => {
    if (metric === 'replica-states') {
      const interval = { ...range, state: 'running' };
      const lane = { name: 'a', labels: { replica: 'a' }, intervals: [interval] };
      return { kind: 'intervals', range, step, completeUntil: range.to, now: range.to, notices: [], lanes: [lane] };
    }
    if (range.to <= since) throw new Error('The server keeps its data for two days.');
    const width = step ?? range.to - range.from;
    const now = Math.min(Date.now(), range.to);
    /** @type {Record<string, [number, number][]>} */
    const rows = {};
    const counts = metric in RATES;
    Object.entries(RATES[metric] ?? GAUGES[metric] ?? {}).forEach(([name, value], nth) => {
      rows[name] = [];
      for (let time = range.from; time < now; time += width) {
        const strides = Math.min(60, Math.max(1, Math.round(width / MINUTE)));
        let sum = 0;
        for (let i = 0; i < strides; i++) sum += value(time + ((i + 0.5) * width) / strides, nth);
        const mean = sum / strides;
        rows[name].push([time, counts ? Math.round((mean * width) / MINUTE) : mean]);
      }
    });
    return rows;
  };
}
