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
import { withDeadline } from '../deadline.js';
import { authorized, headersNow } from '../headers.js';
import { msOf } from '../milliseconds.js';
import { Turns } from '../turns.js';
import type { OpenMetricsOptions } from './options.js';

const TIMEOUT = 10_000;
/** Bytes that are read at once: about a millisecond. */
const SLICE = 2 ** 16;

/** Why metrics could not be read, in words. */
export class ScrapeError extends Error {
  override readonly name = 'ScrapeError';
}

/** Without what may hold a token. */
export const shown = (url: string): string =>
  url.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/]*@/i, (_, scheme = '') => `${scheme}//`);

/** How long a reading may take, ms, and what is said where it takes longer. */
export function deadlineOf({ timeout = TIMEOUT }: OpenMetricsOptions, words: (span: string) => string) {
  const span = msOf(timeout);
  return [span, new ScrapeError(words(formatDuration(Math.round(span))))] as const;
}

/** Reads the metrics at an address. Rejects with a ScrapeError in words, or with the reason of `stop`. */
export async function scrape(
  url: string,
  table: SeriesTable,
  options: OpenMetricsOptions,
  stop: AbortSignal,
): Promise<Exposition> {
  const at = shown(url);
  const [span, late] = deadlineOf(options, (text) => SCRAPE_WORDS.timedOut(at, text));
  return withDeadline(span, late, stop, async (signal) => {
    const response = await authorized(options.headers, () => send(url, at, options, signal));
    return await read(response, at, table, options, signal);
  });
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
  signal: AbortSignal,
): Promise<Exposition> {
  if (response.type === 'opaqueredirect') throw new ScrapeError(SCRAPE_WORDS.redirected(at));
  if (response.status === 401) throw new ScrapeError(SCRAPE_WORDS.unauthorized(at));
  if (!response.ok) throw new ScrapeError(SCRAPE_WORDS.status(at, response.status));
  const format = metricsFormat(response.headers.get('Content-Type'));
  if (format === 'other') throw new ScrapeError(SCRAPE_WORDS.notMetrics(at));
  const parser = new MetricsParser({ mode, format, table, limits });
  try {
    await pushAll(response, parser, signal);
    const exposition = parser.finish();
    const isNone = exposition.samples.length === 0 && exposition.forgiven.some(({ dropped }) => dropped);
    if (isNone) throw new ScrapeError(SCRAPE_WORDS.notMetrics(at));
    return exposition;
  } catch (error) {
    if (error instanceof MetricsParseError) throw new ScrapeError(SCRAPE_WORDS.unreadable(at, error.message));
    throw error instanceof ScrapeError ? error : new ScrapeError(SCRAPE_WORDS.unreachable(at));
  }
}

async function pushAll({ body }: Response, parser: MetricsParser, signal: AbortSignal): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  const turns = new Turns();
  try {
    for (let part = await reader.read(); !part.done && !parser.ended; part = await reader.read()) {
      for (let from = 0; from < part.value.length; from += SLICE) {
        // A body that knows no signal goes on; the table is another reading's by then.
        signal.throwIfAborted();
        parser.push(part.value.subarray(from, from + SLICE));
        if (turns.due) await turns.take();
      }
    }
    signal.throwIfAborted();
  } finally {
    // What is left would keep a connection.
    void reader.cancel().catch(() => undefined);
  }
}
