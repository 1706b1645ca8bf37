import assert from 'node:assert/strict';
import test from 'node:test';
import { functionSource } from '../../dist/sources/index.js';
import { readSavedState, TimeframeStore } from '../../dist/timeframe/index.js';

const NEED = { metric: 'requests', by: ['status'], shape: 'series', step: 'bar' };

/** A time frame without any element, with what a function of one's own answers. */
function setUp(settings) {
  const requests = [];
  const timeframe = new TimeframeStore({ timezone: 'UTC', range: '1h', ...settings });
  timeframe.source = functionSource((request) => {
    requests.push(request);
    return { 200: [[request.range.from, requests.length]] };
  });
  let told = () => undefined;
  const answers = [];
  timeframe.watch(NEED, (answer) => {
    if (answer.frame && !answer.loading) told(answers.push(answer.frame));
  });
  const next = () => new Promise((resolve) => (told = resolve));
  return { timeframe, requests, answers, next };
}

test('a document is not there', () => assert.equal(typeof document, 'undefined'));

test('the time frame asks a function, follows another range, and asks again', async (context) => {
  const { timeframe, requests, answers, next } = setUp();
  context.after(() => timeframe.dispose());
  await next();
  assert.equal(answers.at(-1).series[0].name, '200');
  assert.deepEqual(requests.at(-1).range, timeframe.state.range);
  const zoomed = next();
  timeframe.request({ type: 'range', text: '2026-01-01T00:00Z/2026-01-01T06:00Z' });
  await zoomed;
  assert.equal(answers.at(-1).range.from, Date.UTC(2026, 0, 1));
  const back = next();
  timeframe.request({ type: 'back' });
  await back;
  assert.equal(timeframe.state.rangeText, '1h');
  const asked = requests.length;
  const refreshed = next();
  timeframe.request({ type: 'refresh' });
  await refreshed;
  assert.ok(requests.length > asked);
});

test('it refreshes by the clock', async (context) => {
  const { timeframe, requests, next } = setUp({ refresh: '1s' });
  context.after(() => timeframe.dispose());
  await next();
  const asked = requests.length;
  await next();
  assert.ok(requests.length > asked);
});

test('its state goes through JSON, all at once, or not at all', (context) => {
  const one = new TimeframeStore({
    timezone: 'UTC',
    range: 'now/d',
    replicas: 'a b',
    view: 'x',
    refresh: '30s',
    compare: '',
  });
  const other = new TimeframeStore({ timezone: 'UTC' });
  context.after(() => [one, other].forEach((timeframe) => timeframe.dispose()));
  const states = [];
  other.subscribe((state) => states.push(state));
  const saved = JSON.parse(JSON.stringify(one.getState()));
  assert.deepEqual(saved, { range: 'now/d', replicas: ['a', 'b'], view: 'x', refresh: '30s', compare: '' });
  other.setState(saved);
  assert.equal(states.length, 1);
  assert.deepEqual(other.getState(), saved);
  assert.throws(() => other.setState({ range: '2h', refresh: 'soon' }), RangeError);
  assert.deepEqual(other.getState(), saved);
  assert.equal(states.length, 1);
});

test('a guard may refuse what is wished, and a state of unknown origin is read part by part', (context) => {
  const timeframe = new TimeframeStore({ timezone: 'UTC' });
  context.after(() => timeframe.dispose());
  timeframe.guard = (next) => next?.rangeText !== '2h';
  timeframe.request({ type: 'range', text: '2h' });
  assert.equal(timeframe.state.rangeText, '1h');
  timeframe.request({ type: 'range', text: '3h' });
  assert.equal(timeframe.state.rangeText, '3h');
  const problems = [];
  const sound = readSavedState({ range: 'soon', view: 'x' }, Date.now(), 'UTC', (...problem) => problems.push(problem));
  assert.deepEqual(sound, { view: 'x' });
  assert.equal(problems[0][0], 'range');
});
