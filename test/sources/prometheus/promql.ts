/** Just enough of PromQL to answer what the source asks, out of made-up samples: every step from first principles. */

export type Labels = Readonly<Record<string, string>>;

export interface Point {
  readonly labels: Labels;
  readonly value: number;
}

/** What a server has stored: samples of a series in `(from, to]`, ms. */
export interface Store {
  readonly series: readonly Labels[];
  samples(labels: Labels, from: number, to: number): readonly (readonly [time: number, value: number])[];
}

type Value = readonly Point[] | number | string;
type Evaluate = (at: number) => Value;
type Window = (at: number) => readonly { labels: Labels; samples: readonly (readonly [number, number])[] }[];

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LOOKBACK = 300_000;

function duration(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)(ms|[smhd])$/.exec(text) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? NaN);
  if (Number.isNaN(ms)) throw new Error(`no duration: ${text}`);
  return ms;
}

const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|\d+(?:ms|[smhd])(?![\w.])|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[a-zA-Z_][\w:]*|[=!]~|!=|[=>]=|[(){}[\],:*/+>=%@])/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.trimEnd().length;) {
    const at = TOKEN.lastIndex;
    const [, token = ''] = TOKEN.exec(text) ?? [];
    if (!token) throw new Error(`cannot read ${text.slice(at)}`);
    found.push(token);
  }
  return found;
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());
const pick = (labels: Labels, names: readonly string[]): Labels =>
  Object.fromEntries(names.flatMap((name) => (labels[name] ? [[name, labels[name]]] : [])));
const without = ({ __name__: _, ...labels }: Labels): Labels => labels;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const AGGREGATES: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum,
  avg: (values) => sum(values) / values.length,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  count: (values) => values.length,
};

function increase(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  return values
    .slice(1)
    .reduce((total, value, i) => total + (value < (values[i] ?? 0) ? value : value - (values[i] ?? 0)), 0);
}

const OVER: Readonly<Record<string, (values: readonly number[], window: number) => number | undefined>> = {
  increase,
  rate: (values, window) => {
    const all = increase(values);
    return all === undefined ? undefined : all / (window / 1000);
  },
  avg_over_time: (values) => sum(values) / values.length,
  max_over_time: (values) => Math.max(...values),
  last_over_time: (values) => values.at(-1),
};

function quantile(q: number, points: readonly Point[]): readonly Point[] {
  const groups = new Map<string, { labels: Labels; buckets: [number, number][] }>();
  for (const { labels, value } of points) {
    const { le = '', ...rest } = labels;
    const group = groups.get(keyOf(rest)) ?? { labels: rest, buckets: [] };
    group.buckets.push([le === '+Inf' ? Infinity : Number(le), value]);
    groups.set(keyOf(rest), group);
  }
  return [...groups.values()].map(({ labels, buckets }) => {
    buckets.sort(([a], [b]) => a - b);
    const total = buckets.at(-1)?.[1] ?? 0;
    const at = buckets.findIndex(([, count]) => count >= q * total);
    const [upper, count] = buckets[at] ?? [NaN, NaN];
    const [lower, below] = buckets[at - 1] ?? [0, 0];
    if (!(total > 0)) return { labels, value: NaN };
    return {
      labels,
      value: upper === Infinity ? lower : lower + ((upper - lower) * (q * total - below)) / (count - below),
    };
  });
}

/** Reads an expression; throws on what it does not know. */
export function readPromql(text: string, store: Store): Evaluate {
  const rest = tokens(text);
  const next = (): string => rest.shift() ?? '';
  const eat = (wanted: string): boolean => rest[0] === wanted && rest.shift() !== undefined;
  const must = (wanted: string): void => {
    if (!eat(wanted)) throw new Error(`${wanted} expected before ${rest.join(' ')} in ${text}`);
  };
  const list = (end: string): string[] => {
    const names: string[] = [];
    while (!eat(end)) if (!eat(',')) names.push(next());
    return names;
  };
  const points = (value: Value): readonly Point[] => {
    if (typeof value === 'object') return value;
    throw new Error(`a vector is wanted in ${text}`);
  };

  function selected(name: string): readonly Labels[] {
    const tests: ((labels: Labels) => boolean)[] = name ? [(labels) => labels['__name__'] === name] : [];
    if (eat('{')) {
      while (!eat('}')) {
        if (eat(',')) continue;
        const [label, operator, value] = [next(), next(), JSON.parse(next()) as string];
        const matches = (labels: Labels): boolean =>
          operator.endsWith('~')
            ? new RegExp(`^(?:${value})$`).test(labels[label] ?? '')
            : (labels[label] ?? '') === value;
        tests.push((labels) => matches(labels) !== operator.startsWith('!'));
      }
    }
    return store.series.filter((labels) => tests.every((test) => test(labels)));
  }

  function windowOf(): { window: Window; width: number } {
    if (eat('(')) {
      const inner = or();
      must(')');
      must('[');
      const width = duration(next());
      must(':');
      const every = duration(next());
      must(']');
      const fixed = eat('@') ? Number(next()) * 1000 : null;
      const window: Window = (asked) => {
        const at = fixed ?? asked;
        const found = new Map<string, { labels: Labels; samples: [number, number][] }>();
        for (let time = Math.floor(at / every) * every; time > at - width; time -= every) {
          for (const { labels, value } of points(inner(time))) {
            const series = found.get(keyOf(labels)) ?? { labels, samples: [] };
            series.samples.unshift([time, value]);
            found.set(keyOf(labels), series);
          }
        }
        return [...found.values()];
      };
      return { window, width };
    }
    const series = selected(rest[0] === '{' ? '' : next());
    must('[');
    const width = duration(next());
    must(']');
    const back = eat('offset') ? duration(next()) : 0;
    return {
      width,
      window: (at) =>
        series.map((labels) => ({ labels, samples: store.samples(labels, at - back - width, at - back) })),
    };
  }

  function primary(): Evaluate {
    if (eat('(')) {
      const inner = or();
      must(')');
      return inner;
    }
    const word = rest[0] === '{' ? '' : next();
    const aggregate = AGGREGATES[word];
    if (aggregate && (rest[0] === 'by' || rest[0] === '(')) {
      const by = eat('by') ? (must('('), list(')')) : [];
      must('(');
      const inner = or();
      must(')');
      return (at) => {
        const groups = new Map<string, { labels: Labels; values: number[] }>();
        for (const { labels, value } of points(inner(at))) {
          const kept = pick(labels, by);
          const group = groups.get(keyOf(kept)) ?? { labels: kept, values: [] };
          group.values.push(value);
          groups.set(keyOf(kept), group);
        }
        return [...groups.values()].map(({ labels, values }) => ({ labels, value: aggregate(values) }));
      };
    }
    const over = OVER[word];
    if (over) {
      must('(');
      const { window, width } = windowOf();
      must(')');
      return (at) =>
        window(at).flatMap(({ labels, samples }) => {
          const value =
            samples.length > 0
              ? over(
                  samples.map((sample) => sample[1]),
                  width,
                )
              : undefined;
          return value === undefined ? [] : [{ labels: word === 'last_over_time' ? labels : without(labels), value }];
        });
    }
    if (word === 'vector') {
      must('(');
      const inner = or();
      must(')');
      return (at) => {
        const value = inner(at);
        return typeof value === 'number' ? [{ labels: {}, value }] : [];
      };
    }
    if (word === 'time') return (must('('), must(')'), (at) => at / 1000);
    if (word === 'histogram_quantile') {
      must('(');
      const q = Number(next());
      must(',');
      const inner = or();
      must(')');
      return (at) => quantile(q, points(inner(at)));
    }
    if (word === 'label_replace') {
      must('(');
      const inner = or();
      const [label = '', value = ''] = list(')').map((part) => JSON.parse(part) as string);
      return (at) =>
        points(inner(at)).map((point) => ({ ...point, labels: { ...without(point.labels), [label]: value } }));
    }
    if (/^\d/.test(word)) return () => Number(word);
    const series = selected(word);
    return (at) =>
      series.flatMap((labels) => {
        const last = store.samples(labels, at - LOOKBACK, at).at(-1);
        return last ? [{ labels, value: last[1] }] : [];
      });
  }

  const OPERATORS: Readonly<Record<string, (a: number, b: number) => number | undefined>> = {
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    '+': (a, b) => a + b,
    '%': (a, b) => a % b,
    '>': (a, b) => (a > b ? a : undefined),
    '>=': (a, b) => (a >= b ? a : undefined),
    '==': (a, b) => (a === b ? a : undefined),
  };

  function product(): Evaluate {
    let left = primary();
    for (let operator = OPERATORS[rest[0] ?? '']; operator; operator = OPERATORS[rest[0] ?? '']) {
      const act = operator;
      rest.shift();
      const [a, b] = [left, primary()];
      left = (at) => {
        const divisors = b(at);
        const dividends = a(at);
        if (typeof dividends === 'number' && typeof divisors === 'number') return act(dividends, divisors) ?? NaN;
        return points(dividends).flatMap(({ labels, value }) => {
          const kept = without(labels);
          const other =
            typeof divisors === 'number'
              ? divisors
              : points(divisors).find((point) => keyOf(point.labels) === keyOf(kept))?.value;
          const result = other === undefined ? undefined : act(value, other);
          return result === undefined ? [] : [{ labels: kept, value: result }];
        });
      };
    }
    return left;
  }

  function and(): Evaluate {
    let left = product();
    while (eat('and')) {
      must('on');
      must('(');
      must(')');
      const [a, b] = [left, product()];
      left = (at) => (points(b(at)).length > 0 ? points(a(at)) : []);
    }
    return left;
  }

  function or(): Evaluate {
    let left = and();
    while (eat('or')) {
      const [a, b] = [left, and()];
      left = (at) => {
        const first = points(a(at));
        const known = new Set(first.map(({ labels }) => keyOf(without(labels))));
        return [
          ...first,
          ...points(b(at)).filter(({ labels }) => !known.has(keyOf(without(labels))) || labels['__name__']),
        ];
      };
    }
    return left;
  }

  const raw = /^[^(]*\[\w+\]$/.test(text) ? windowOf() : null;
  const whole = raw ? (): Value => [] : or();
  if (rest.length > 0) throw new Error(`left over: ${rest.join(' ')} in ${text}`);
  return whole;
}

/** The samples that a bare range selector asks for, `name{…}[10m]`; `null` for any other expression. */
export function readRangeSelector(text: string): { name: string; matchers: Labels; width: number } | null {
  const [, name = '', inside = '', width = ''] = /^([\w:]+)(?:\{([^}]*)\})?\[(\w+)\]$/.exec(text) ?? [];
  if (!name) return null;
  const matchers = [...inside.matchAll(/(\w+)=~?"([^"]*)"/g)].map(
    ([, label = '', value = '']) => [label, value] as const,
  );
  return { name, matchers: Object.fromEntries(matchers), width: duration(width) };
}
