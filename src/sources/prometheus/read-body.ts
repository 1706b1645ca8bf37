import { PROMETHEUS_WORDS } from '../../core/index.js';
import { failureOf, looksLikeHtml, PrometheusError } from './failure.js';

/** Samples of one series: seconds since the epoch and a number as text. */
export type Sample = readonly [seconds: number, value: string];

export interface ServerSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly samples: readonly Sample[];
}

/** An answer as the server prints it, checked. */
export interface Body {
  readonly series: readonly ServerSeries[];
  readonly notices: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isSample = (value: unknown): value is Sample =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
const isLabels = (value: unknown): value is Readonly<Record<string, string>> =>
  isFields(value) && Object.values(value).every((label) => typeof label === 'string');

/** Where in an expression something is, which nobody wrote and which is another one at each time. */
const POSITION = / \(\d+:\d+\)$/;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];

/** Reads a matrix, a vector or a scalar. Throws a PrometheusError in words. */
export function readBody(text: string, at: string): Body {
  const body = parse(text, at);
  const fail = (what: string): never => {
    throw new PrometheusError(PROMETHEUS_WORDS.otherJson(at, what));
  };
  if (!isFields(body)) return fail('it is no object');
  if (body['status'] === 'error') throw failureOf({ status: 200, redirected: false, text }, at, '');
  const data = body['data'];
  if (body['status'] !== 'success' || !isFields(data)) return fail('status and data are missing');

  const seriesOf = (entry: unknown): ServerSeries => {
    const metric = isFields(entry) && isLabels(entry['metric']) ? entry['metric'] : fail('a series has no labels');
    const { value, values = value === undefined ? [] : [value] } = isFields(entry) ? entry : {};
    const good = Array.isArray(values) && values.every(isSample);
    return { metric, samples: good ? values : fail('values are not pairs of time and text') };
  };
  const result: unknown = data['result'];
  const list = data['resultType'] === 'scalar' ? [{ metric: {}, value: result }] : result;
  if (!Array.isArray(list)) return fail('result is no list');
  const said = [...texts(body['warnings']), ...texts(body['infos'])];
  return {
    series: list.map(seriesOf),
    notices: [...new Set(said.map((one) => one.replace(POSITION, '')))].map(PROMETHEUS_WORDS.says),
  };
}

function parse(text: string, at: string): unknown {
  if (looksLikeHtml(text)) throw new PrometheusError(PROMETHEUS_WORDS.html(at));
  try {
    return JSON.parse(text);
  } catch {
    throw new PrometheusError(PROMETHEUS_WORDS.notJson(at));
  }
}
