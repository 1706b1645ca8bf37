/** What the trace has to hold for `mainThread`. */
export const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'v8.execute',
  'blink.user_timing',
];

/** Work of JavaScript, each with what it calls: layouts that it forces, and its drawing on canvases. */
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.run',
  'v8.callFunction',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);
const TASK = 'RunTask';

/**
 * CPU time (ms) of the page's main thread between the marks `from` and `to` of a trace: `script`, and `task`, which is
 * all of it. Time in which the machine did something else does not count.
 */
export function mainThread(events, from, to) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes('user_timing'));
  const start = mark(from);
  const end = mark(to);
  if (!start || !end) throw new Error(`The trace has no mark "${start ? to : from}"`);
  const within = events.filter(
    ({ pid, tid, ph, ts, dur = 0 }) =>
      ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts && ts + dur <= end.ts,
  );
  return {
    script: outermost(within.filter(({ name }) => SCRIPT.has(name))),
    task: outermost(within.filter(({ name }) => name === TASK)),
  };
}

/** ms of CPU in events, counting those inside of others once. */
function outermost(events) {
  let until = 0;
  let total = 0;
  for (const { ts, dur = 0, tdur = dur } of events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (ts < until) continue;
    until = ts + dur;
    total += tdur;
  }
  return total / 1000;
}
