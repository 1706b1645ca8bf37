import { readPromql, readRangeSelector, type Labels, type Store } from './promql.js';

/** A response whose text is there at once. */
export class TextResponse extends Response {
  readonly #text: string;

  constructor(text: string, status = 200) {
    super(null, { status });
    this.#text = text;
  }

  override text(): Promise<string> {
    return Promise.resolve(this.#text);
  }
}

export interface Call {
  readonly url: string;
  readonly path: string;
  readonly method: string;
  readonly parameters: URLSearchParams;
  readonly init: RequestInit;
}

/** What a `fetch` was called with. */
export function callOf(input: RequestInfo | URL, init: RequestInit = {}): Call {
  const url = input instanceof Request ? input.url : String(input);
  const [path = '', query = ''] = url.split('?');
  const parameters = init.body instanceof URLSearchParams ? init.body : new URLSearchParams(query);
  return { url, path, method: init.method ?? 'GET', parameters, init };
}

export const success = (result: unknown, resultType = 'matrix', more: object = {}): TextResponse =>
  new TextResponse(JSON.stringify({ status: 'success', data: { resultType, result }, ...more }));

const text = (value: number): string =>
  value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : Number.isNaN(value) ? 'NaN' : String(value);

/** Series that are scraped regularly: `value` of `NaN` at a scrape means that there was none. */
export interface ScrapedSeries {
  readonly labels: Labels;
  readonly value: (time: number) => number;
}

export interface FakeServerOptions {
  readonly series: readonly ScrapedSeries[];
  /** ms. */
  readonly scrape?: number;
  readonly now: () => number;
}

/** A server with made-up samples, which answers as Prometheus prints. */
export class FakeServer {
  readonly calls: Call[] = [];
  /** Called for each query before its answer goes out; may wait. */
  before: (call: Call) => unknown = () => undefined;
  readonly #options: Required<FakeServerOptions>;
  readonly #store: Store;

  constructor(options: FakeServerOptions) {
    this.#options = { scrape: 10_000, ...options };
    const { series, scrape, now } = this.#options;
    const values = new Map(series.map(({ labels, value }) => [labels, value]));
    this.#store = {
      series: series.map(({ labels }) => labels),
      samples: (labels, from, to) => {
        const found: [number, number][] = [];
        const end = Math.min(to, now());
        for (let time = (Math.floor(from / scrape) + 1) * scrape; time <= end; time += scrape) {
          const value = values.get(labels)?.(time) ?? NaN;
          if (!Number.isNaN(value)) found.push([time, value]);
        }
        return found;
      },
    };
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const call = callOf(input, init);
    this.calls.push(call);
    const answer = this.#answerOrError(call);
    await this.before(call);
    return answer;
  };

  #answerOrError(call: Call): Response {
    try {
      return this.#answer(call);
    } catch (reason) {
      return new TextResponse(JSON.stringify({ status: 'error', errorType: 'bad_data', error: String(reason) }), 400);
    }
  }

  #answer({ path, parameters }: Call): Response {
    const query = parameters.get('query') ?? '';
    const given = (name: string): number => Number(parameters.get(name)) * 1000;
    if (path.endsWith('/query')) {
      const at = parameters.has('time') ? given('time') : this.#options.now();
      const selector = readRangeSelector(query);
      if (selector) {
        const wanted = this.#store.series.filter((labels) =>
          Object.entries({ __name__: selector.name, ...selector.matchers }).every(
            ([name, value]) => labels[name] === value,
          ),
        );
        return success(
          wanted.map((metric) => ({
            metric,
            values: this.#store
              .samples(metric, at - selector.width, at)
              .map(([time, value]) => [time / 1000, text(value)]),
          })),
        );
      }
      const value = readPromql(query, this.#store)(at);
      if (typeof value === 'number') return success([at / 1000, text(value)], 'scalar');
      if (typeof value === 'string') return success([at / 1000, value], 'string');
      return success(
        value.map((point) => ({ metric: point.labels, value: [at / 1000, text(point.value)] })),
        'vector',
      );
    }
    const evaluate = readPromql(query, this.#store);
    const series = new Map<string, { metric: Labels; values: [number, string][] }>();
    for (let at = given('start'); at <= given('end') + 0.5; at += given('step')) {
      const value = evaluate(at);
      if (typeof value !== 'object') continue;
      for (const point of value) {
        const key = JSON.stringify(Object.entries(point.labels).sort());
        const one = series.get(key) ?? { metric: point.labels, values: [] };
        one.values.push([at / 1000, text(point.value)]);
        series.set(key, one);
      }
    }
    return success([...series.values()]);
  }
}
