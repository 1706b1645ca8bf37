import { PROMETHEUS_WORDS } from '../../core/index.js';

/** What came back from a server. */
export interface Reply {
  readonly status: number;
  readonly redirected: boolean;
  readonly text: string;
}

/** Statuses that have nothing to do with what was asked: no token, too many questions. */
const FOR_ALL = [401, 429];

/** Why a server gave no answer, in words. */
export class PrometheusError extends Error {
  override readonly name = 'PrometheusError';
  /** Whether any other question had met the same. */
  readonly forAll: boolean;

  constructor(message: string, forAll = false) {
    super(message);
    this.forAll = forAll;
  }
}

export const looksLikeHtml = (text: string): boolean => /^\s*</.test(text);

/** What the server says of an error in JSON, or in plain text. */
function errorIn(text: string): string {
  if (looksLikeHtml(text)) return '';
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') {
      return body.error;
    }
  } catch {
    // No JSON: the text itself.
  }
  return text;
}

/** The words for a reply that is no answer. */
export function failureOf(reply: Reply, at: string, query: string): PrometheusError {
  return new PrometheusError(wordsFor(reply, at, query), FOR_ALL.includes(reply.status));
}

function wordsFor({ status, redirected, text }: Reply, at: string, query: string): string {
  const words = PROMETHEUS_WORDS;
  const error = errorIn(text);
  if (redirected || (status >= 300 && status < 400)) return words.redirected(at);
  if (/maximum resolution|too many points|points per timeseries/i.test(error)) {
    return words.tooManyPoints(at, status, error);
  }
  if (/too many (?:samples|series|unique)|timed out|memory limit|cannot select more than/i.test(error)) {
    return words.tooMuch(at, status, error);
  }
  switch (status) {
    case 400:
    case 422:
      return words.badQuery(at, status, error, query);
    case 401:
      return words.unauthorized(at);
    case 403:
      return words.forbidden(at, error);
    case 404:
      return words.notFound(at);
    case 408:
    case 429:
      return words.busy(at, status, error);
    case 502:
    case 503:
    case 504:
      return words.unavailable(at, status, error);
    default:
      return words.otherStatus(at, status, error);
  }
}
