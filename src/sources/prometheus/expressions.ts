import type { Counter, Expression, Gauge, Histogram, Samples, State, Summary } from '../profiles/profile.js';
import { namesOf } from '../profiles/profile.js';
import { instantSelector, matchersText } from './matchers.js';
import type { Scope } from './scope.js';
import { BEFORE_END, rangeText } from './windows.js';

/** A window of one scrape, and a little more, since scrapes do not come by the millisecond. */
const LAST_SCRAPE = 1.2;
/** Moments of a step that are looked at for the highest. */
const MOMENTS = 10_000;

/** What an expression's answer is read by. */
export interface Question {
  readonly expression: string;
  /** Labels of the server to those of the contract. */
  readonly kept: ReadonlyMap<string, string>;
  /** Somebody wrote it: whether it gives a vector, and with which labels, is not known. */
  readonly written?: true;
}

const aggregate = (how: string, labels: Iterable<string>, inner: string): string => {
  const by = [...labels].join();
  return by ? `${how} by (${by}) (${inner})` : `${how}(${inner})`;
};

const scaled = (expression: string, factor: number): string =>
  factor === 1 ? expression : `(${expression}) * ${factor}`;

/** A function over the samples of each series in a window; of a renamed metric, the newer name's where both are there. */
function overWindow(how: string, samples: Samples, window: number, scope: Scope, own: Counter['labels']): string {
  const gauge = how.endsWith('_over_time');
  const range = rangeText(window) + (gauge ? BEFORE_END : '');
  const matchers = scope.matchers(samples, own);
  return namesOf(samples)
    .map((name) => `${how}(${instantSelector(name, matchers)}${range})`)
    .join(' or ');
}

/** Joins series to what was asked for: first those of a replica, then replicas. */
function joined(part: Counter | Gauge, inner: string, divisor: string, scope: Scope): Question {
  const { within = 'sum', across = within, labels } = part;
  const kept: ReadonlyMap<string, string> = part.series === undefined ? scope.kept(labels) : new Map();
  const replica = scope.label('replica', labels);
  const each = new Set([...kept.keys(), ...(replica === null ? [] : [replica])]);
  const above = part.type === 'counter' && part.above !== undefined ? ` > ${part.above}` : '';
  const plain = within === across && within !== 'avg' && within !== 'count' && !divisor && !above;
  if (plain) return { kept, expression: aggregate(within, kept.keys(), inner) };
  const share = divisor && ` / ${aggregate('sum', replica === null ? [] : [replica], divisor)}`;
  const perReplica = aggregate(within, share ? (replica === null ? [] : [replica]) : each, inner) + share + above;
  const finished = kept.size === each.size;
  return { kept, expression: finished ? perReplica : aggregate(across, kept.keys(), perReplica) };
}

const divisorOf = (part: Counter | Gauge, scope: Scope): string =>
  part.dividedBy ? overWindow('avg_over_time', part.dividedBy, scope.windows.gauge, scope, part.labels) : '';

/** How many were counted in a step; or their rate per second. */
export function counterQuestion(part: Counter, scope: Scope): Question {
  const { width, rate } = scope.windows;
  const inner = overWindow(part.perSecond ? 'rate' : 'increase', part, rate, scope, part.labels);
  if (part.per) return ratioQuestion(part, inner, part.per, scope);
  const { expression, kept } = joined(part, inner, divisorOf(part, scope), scope);
  const isScaled = !part.perSecond && part.across !== 'count';
  const share = isScaled ? width / rate : 1;
  return { kept, expression: scaled(expression, (part.factor ?? 1) * share) };
}

/** What one counter counted for each that another one did. */
function ratioQuestion(part: Counter, counted: string, per: Samples, scope: Scope): Question {
  const kept: ReadonlyMap<string, string> = part.series === undefined ? scope.kept(part.labels) : new Map();
  const each = overWindow('increase', per, scope.windows.rate, scope, part.labels);
  const [whole, count] = [counted, each].map((inner) => aggregate('sum', kept.keys(), inner));
  return { kept, expression: scaled(`${whole} / ${count}`, part.factor ?? 1) };
}

function gaugeVectors(part: Gauge, how: string, window: number, scope: Scope): string {
  const terms = [part, ...(part.plus ?? [])].map((samples) => overWindow(how, samples, window, scope, part.labels));
  if (terms.length === 1) return terms[0] ?? '';
  // Labels keep the terms apart, so that a missing one takes nothing from the others.
  return terms.map((term, i) => `label_replace(${term}, "ie_term", "${i}", "", "")`).join(' or ');
}

/** The mean of a step over its scrapes. */
export function gaugeQuestion(part: Gauge, scope: Scope): Question {
  const inner = gaugeVectors(part, 'avg_over_time', scope.windows.gauge, scope);
  const { expression, kept } = joined(part, inner, divisorOf(part, scope), scope);
  return { kept, expression: scaled(expression, part.factor ?? 1) };
}

/** The highest at one time in a step. */
export function highestQuestion(part: Gauge, scope: Scope): Question {
  const { width, scrape, gauge } = scope.windows;
  const inner = gaugeVectors(part, 'last_over_time', scrape * LAST_SCRAPE, scope);
  const { expression, kept } = joined(part, inner, divisorOf(part, scope), scope);
  const every = Math.max(scrape, Math.ceil(width / MOMENTS / 1000) * 1000);
  const window = `[${Math.round(gauge) - 1}ms:${Math.round(every)}ms]`;
  return { kept, expression: scaled(`max_over_time((${expression})${window})`, part.factor ?? 1) };
}

const bucketsOf = (part: Histogram): Samples => ({ ...part, name: namesOf(part).map((name) => `${name}_bucket`) });

const withQuantile = (expression: string, quantile: number): string =>
  `label_replace(${expression}, "quantile", "${quantile}", "", "")`;

/** Percentiles out of the buckets of all that is joined. */
export function quantilesQuestion(part: Histogram, quantiles: readonly number[], scope: Scope): Question {
  const kept = scope.kept(part.labels);
  const rates = overWindow('rate', bucketsOf(part), scope.windows.rate, scope, part.labels);
  const buckets = aggregate('sum', ['le', ...kept.keys()], rates);
  const each = quantiles.map((quantile) =>
    withQuantile(scaled(`histogram_quantile(${quantile}, ${buckets})`, part.factor ?? 1), quantile),
  );
  return { kept: new Map([...kept, ['quantile', 'quantile']]), expression: each.join(' or ') };
}

/** How many fell below each bound in a step. */
export function bucketsQuestion(part: Histogram, scope: Scope): Question {
  const { width, rate } = scope.windows;
  const counts = overWindow('increase', bucketsOf(part), rate, scope, part.labels);
  return { kept: new Map([['le', 'le']]), expression: scaled(aggregate('sum', ['le'], counts), width / rate) };
}

/** Servers write a quantile as they like: 0.5, .5, 0.50. */
const spelled = (quantile: number): string =>
  `0?${String(quantile)
    .replace(/^0(?=\.)/, '')
    .replace('.', '[.]')}0*`;

/** Percentiles that are there already: the highest of the step, since they cannot be joined. */
export function summaryQuestion(part: Summary, quantiles: readonly number[], scope: Scope): Question {
  const kept = new Map([...scope.kept(part.labels), ['quantile', 'quantile'] as const]);
  const matchers = [
    ...scope.matchers(part, part.labels),
    { label: 'quantile', operator: '=~', value: quantiles.map(spelled).join('|') },
  ];
  const range = rangeText(scope.windows.gauge) + BEFORE_END;
  const all = namesOf(part).map((name) => `max_over_time(${instantSelector(name, matchers)}${range})`);
  return { kept, expression: scaled(aggregate('max', kept.keys(), all.join(' or ')), part.factor ?? 1) };
}

/** Puts the request into the places of an expression that somebody wrote. */
export function writtenQuestion(part: Pick<Expression, 'query' | 'labels' | 'series'>, scope: Scope): Question {
  const kept: ReadonlyMap<string, string> = part.series === undefined ? scope.kept(part.labels) : new Map();
  const { gauge, rate, scrape } = scope.windows;
  const values: Readonly<Record<string, string>> = {
    selector: matchersText(scope.matchers({}, part.labels)),
    by: [...kept.keys()].join(),
    window: rangeText(gauge).slice(1, -1),
    rate: rangeText(rate).slice(1, -1),
    scrape: rangeText(scrape).slice(1, -1),
  };
  // Without matchers a comma beside them goes, too.
  const query = values['selector'] ? part.query : part.query.replace(/\$selector\s*,|,?\s*\$selector\b/g, '');
  return {
    kept,
    written: true,
    expression: query.replace(/\$(selector|by|window|rate|scrape)\b/g, (_, name: string) => values[name] ?? ''),
  };
}

/** The number of the first state that a replica is in, by replica. */
export function statesQuestion(states: readonly State[], scope: Scope): Question {
  const replica = scope.label('replica') ?? '';
  const window = Math.max(scope.windows.gauge, scope.windows.scrape * LAST_SCRAPE);
  const each = states.map((state, i) => {
    const inner = overWindow('last_over_time', state, window, scope, undefined);
    return `(${aggregate('max', [replica], inner)} > 0) * 0 + ${i}`;
  });
  return { kept: new Map([[replica, 'replica']]), expression: each.map((one) => `(${one})`).join(' or ') };
}
