import {
  formatDuration,
  METRICS_ACCEPT,
  metricsFormat,
  MetricsParseError,
  MetricsParser,
  SCRAPE_WORDS,
  type Exposition,
  type SeriesTable,
} from '../../core/index.js';
import { authorized, headersNow } from '../headers.js';
import { msOf } from '../milliseconds.js';
import type { OpenMetricsOptions } from './options.js';

const TIMEOUT = 10_000;
/** Bytes that are read before the page gets its turn: some milliseconds. */
const SLICE = 2 ** 18;

/** Why metrics could not be read, in words. */
export class ScrapeError extends Error {
  override readonly name = 'ScrapeError';
}

/** Without what may hold a token. */
export const shown = (url: string): string =>
  url.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*@/i, (_, scheme = '') => `${scheme}//`);

/** Reads the metrics at an address. Rejects with a ScrapeError in words. */
export async function scrape(url: string, table: SeriesTable, options: OpenMetricsOptions): Promise<Exposition> {
  const at = shown(url);
  const span = msOf(options.timeout ?? TIMEOUT);
  const controller = new AbortController();
  const late = new ScrapeError(SCRAPE_WORDS.timedOut(at, formatDuration(Math.round(span))));
  const timer = setTimeout(() => controller.abort(late), span);
  const expired = new Promise<never>((_, reject) => controller.signal.addEventListener('abort', () => reject(late)));
  const reading = async (): Promise<Exposition> => {
    const response = await authorized(options.headers, () => send(url, at, options, controller.signal));
    return await read(response, at, table, options);
  };
  try {
    // Headers that never come know no signal.
    return await Promise.race([reading(), expired]);
  } catch (error) {
    throw controller.signal.aborted ? late : error;
  } finally {
    clearTimeout(timer);
    // What is left of an answer that is not read to its end would keep a connection.
    controller.abort();
  }
}

async function send(url: string, at: string, options: OpenMetricsOptions, signal: AbortSignal): Promise<Response> {
  const { headers: given, credentials = 'same-origin', fetch: send = fetch } = options;
  const headers = { Accept: METRICS_ACCEPT, ...(await headersNow(given)) };
  const trusted = credentials === 'omit' && given === undefined;
  try {
    return await send(url, {
      headers,
      credentials,
      signal,
      cache: 'no-store',
      redirect: trusted ? 'follow' : 'manual',
    });
  } catch {
    throw new ScrapeError(SCRAPE_WORDS.unreachable(at));
  }
}

async function read(
  response: Response,
  at: string,
  table: SeriesTable,
  { mode = 'lenient', limits = {} }: OpenMetricsOptions,
): Promise<Exposition> {
  if (response.type === 'opaqueredirect') throw new ScrapeError(SCRAPE_WORDS.redirected(at));
  if (response.status === 401) throw new ScrapeError(SCRAPE_WORDS.unauthorized(at));
  if (!response.ok) throw new ScrapeError(SCRAPE_WORDS.status(at, response.status));
  if (metricsFormat(response.headers.get('Content-Type')) === 'other') {
    throw new ScrapeError(SCRAPE_WORDS.notMetrics(at));
  }
  const parser = new MetricsParser({ mode, table, limits });
  try {
    await pushAll(response, parser);
    return parser.finish();
  } catch (error) {
    if (error instanceof MetricsParseError) throw new ScrapeError(SCRAPE_WORDS.unreadable(at, error.message));
    throw error instanceof ScrapeError ? error : new ScrapeError(SCRAPE_WORDS.unreachable(at));
  }
}

async function pushAll({ body }: Response, parser: MetricsParser): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  let since = 0;
  for (let part = await reader.read(); !part.done && !parser.ended; part = await reader.read()) {
    for (let from = 0; from < part.value.length; from += SLICE) {
      parser.push(part.value.subarray(from, from + SLICE));
      since += SLICE;
      if (since > part.value.length && since <= 2 * SLICE) continue;
      since = 0;
      await turn();
    }
  }
  if (parser.ended) await reader.cancel();
}

/** The page's turn. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
