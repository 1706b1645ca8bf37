// @ts-check
/** The lives of replicas on the case pages. */

const STATES = /** @type {const} */ (['pending', 'downloading', 'pulling', 'initializing', 'running']);
/** How long each state but the last takes, s. */
const TAKES = [12, 150, 90, 75];

/** @typedef {{ readonly name: string, readonly labels: Record<string, string>, readonly intervals: readonly { readonly from: number, readonly to: number, readonly state: string }[] }} Lane */

/** A number in [0, 1) that is the same for the same arguments. @param {number} a @param {number} b */
export function noise(a, b) {
  const mixed = Math.sin((a / 60_000) * 12.9898 + b * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
}

/** Of every eight, one never gets ready, one begins anew after it ran, and one is evicted. */
/** @param {number} nth @param {Lane['intervals']} intervals @returns {Lane['intervals']} */
function fate(nth, intervals) {
  const last = intervals.at(-1);
  if (nth % 8 === 5) return intervals.slice(0, 3);
  if (last?.state !== 'running' || last.to - last.from < 600_000) return intervals;
  const dies = Math.round((last.from + last.to) / 2);
  const before = [...intervals.slice(0, -1), { ...last, to: dies }];
  if (nth % 8 === 7) return [...before, { from: dies, to: dies + 60_000, state: 'failed' }];
  if (nth % 8 !== 6) return intervals;
  const ready = dies + 95_000;
  return [...before, { from: dies, to: ready, state: 'initializing' }, { ...last, from: ready }];
}

/** The first runs from the beginning, the others come within the hour, and every fifth dies once; and see `fate`. */
/** @param {number} count @param {{ from: number, to: number }} hour @returns {readonly Lane[]} */
export function lanes(count, { from, to }) {
  return Array.from({ length: count }, (_, nth) => {
    const name = `llm-chat-${(0x1a2b3c + nth * 0x9e37).toString(36)}`;
    let at = from + (nth === 0 ? -600_000 : Math.floor(noise(nth * 60_000, 1) * (to - from) * 0.6));
    const intervals = [];
    for (const [i, state] of STATES.entries()) {
      const end = i < TAKES.length ? at + (TAKES[i] ?? 0) * 1000 * (0.5 + noise(nth * 60_000, i)) : to;
      if (end > at) intervals.push({ from: at, to: Math.min(end, to), state });
      at = end;
    }
    const last = intervals.at(-1);
    if (nth % 5 === 3 && last && last.to - last.from > 400_000) {
      const dies = last.to - 300_000;
      intervals.splice(-1, 1, { ...last, to: dies }, { from: dies, to: dies + 120_000, state: 'failed' });
      intervals.push({ from: dies + 120_000, to: last.to, state: 'running' });
    }
    return { name, labels: { replica: name }, intervals: fate(nth, intervals) };
  });
}

/** How many ran at some moment of a span. @param {readonly Lane[]} all @param {number} start @param {number} end */
export const runningIn = (all, start, end) =>
  all.filter(({ intervals }) =>
    intervals.some(({ from, to, state }) => state === 'running' && from < end && to > start),
  ).length;

/** How many were wanted at a moment. @param {readonly Lane[]} all @param {number} time */
export const wantedAt = (all, time) =>
  all.filter(({ intervals }) => intervals.some(({ from, to }) => from <= time && to > time)).length;
