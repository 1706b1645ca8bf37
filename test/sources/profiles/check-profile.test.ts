import { expect } from '@open-wc/testing';
import { METRICS } from '../../../src/core/index.js';
import { checkProfile } from '../../../src/sources/profiles/check-profile.js';
import * as sources from '../../../src/sources/index.js';
import { isValid, type Schema } from './json-schema.js';

const { dcgm, huggingface, kubernetes, llamacpp, sglang, tei, tgi, triton, vllm } = sources;
const BUILT_IN = [huggingface, vllm, sglang, tgi, tei, triton, llamacpp, kubernetes, dcgm];
const gauge = { type: 'gauge', name: 'x' };
const profile = (metrics: unknown, more: object = {}): unknown => ({ name: 'mine', metrics, ...more });

const GOOD: Readonly<Record<string, unknown>> = {
  'the built-in ones': BUILT_IN,
  'one without metrics': [profile({})],
  'each kind of part': [
    profile({
      a: { type: 'counter', name: ['x', 'y'], where: 'a="b"', perSecond: true, dividedBy: { name: 'z' }, factor: 2 },
      a2: { type: 'counter', name: 'x', per: { name: 'y' }, above: 0 },
      a3: { type: 'counter', name: 'x', where: 'path=~"/v1/(chat|[a-z-]+)?/.*"' },
      b: [{ ...gauge, plus: [{ name: 'y', only: ['namespace'] }], highest: true }, gauge],
      c: { type: 'histogram', name: 'h', labels: { replica: null } },
      d: { type: 'constant', value: 1, series: 'limit' },
      e: { type: 'expression', query: 'x', set: { a: 'b' } },
      f: { type: 'states', states: [{ state: 'running', name: 'x' }] },
    }),
  ],
  'labels of either form': [profile({}, { labels: { replica: ['a', 'b'], status: 'code' }, $schema: 'x.json' })],
};

/** What is wrong, and what the message says of it. */
const BAD: readonly (readonly [value: unknown, words: string])[] = [
  [null, 'The profile "?" cannot be used: profile is not an object'],
  [{ metrics: {} }, 'profile.name is not a text'],
  [{ name: 'mine' }, 'The profile "mine" cannot be used: profile.metrics is not an object'],
  [profile({}, { metric: 1 }), 'profile.metric is not known; known are $schema, name, labels, guess, metrics'],
  [profile({ cpu: 'x' }), 'profile.metrics.cpu is not an object'],
  [profile({ cpu: [] }), 'profile.metrics.cpu is not a list with something in it'],
  [profile({ cpu: { type: 'guage', name: 'x' } }), 'profile.metrics.cpu.type is not one of counter, gauge'],
  [profile({ cpu: { type: 'toString', name: 'x' } }), 'profile.metrics.cpu.type is not one of counter, gauge'],
  [profile({ cpu: { type: 'gauge' } }), 'profile.metrics.cpu.name is not a text'],
  [
    profile({ cpu: [gauge, { ...gauge, unit: 's' }] }),
    'profile.metrics.cpu[1].unit is not known; known are type, name',
  ],
  [profile({ cpu: { ...gauge, across: 'mean' } }), 'profile.metrics.cpu.across is not sum, avg, max, min or count'],
  [profile({ cpu: { ...gauge, factor: '100' } }), 'profile.metrics.cpu.factor is not a number'],
  [profile({ cpu: { ...gauge, peak: 1 } }), 'profile.metrics.cpu.peak is not true or false'],
  [profile({ cpu: gauge }, { labels: { replica: 'a-b' } }), 'profile.labels.replica is not a name of a label'],
  [profile({}, { guess: ['cpu'] }), 'profile.guess[0] is not one of memory, gpu, gpu-memory'],
  [profile({ s: { type: 'states', states: [{ name: 'x' }] } }), 'profile.metrics.s.states[0].state is not a text'],
];

describe('a profile', () => {
  let schema: Schema;
  before(async () => {
    const file = new URL('../../../src/sources/profiles/profile.schema.json', import.meta.url);
    schema = (await (await fetch(file)).json()) as Schema;
  });

  for (const [name, profiles] of Object.entries(GOOD)) {
    it(`is taken by the check and by the schema: ${name}`, () => {
      for (const one of profiles as unknown[]) {
        expect(checkProfile(one)).to.equal(one);
        expect(isValid(one, schema)).to.equal(true);
      }
    });
  }

  for (const [value, words] of BAD) {
    it(`is refused by both, in words: ${words}`, () => {
      expect(() => checkProfile(value)).to.throw(TypeError, words);
      expect(isValid(value, schema)).to.equal(false);
    });
  }

  for (const [where, words] of [
    ['path', '"path" is no selector: it cannot be read from "path" on'],
    ['path=~"(a+)+b{2}"', '"(a+)+b{2}" cannot be used from "{2}" on: of regular expressions literals'],
    ['path!~"^/v1"', '"^/v1" cannot be used from "^/v1" on'],
  ] as const) {
    it(`is refused in words where its matchers cannot be read: ${where}`, () => {
      const value = profile({ s: { type: 'states', states: [{ state: 'running', name: 'x', where }] } });
      expect(() => checkProfile(value)).to.throw(TypeError, `profile.metrics.s.states[0].where: ${words}`);
    });
  }

  it('of the library names metrics of the contract alone', () => {
    for (const { metrics } of BUILT_IN) {
      expect([...METRICS.keys()]).to.include.members(Object.keys(metrics));
    }
  });

  it('is joined so that all metrics of the contract are there', () => {
    const joined = [vllm, kubernetes, dcgm].flatMap(({ metrics }) => Object.keys(metrics));
    expect(joined.sort()).to.deep.equal([...METRICS.keys()].sort());
  });
});
