import { formatDuration, PROMETHEUS_WORDS, type QueryContext } from '../../core/index.js';
import { authorized, headersNow } from '../headers.js';
import { msOf } from '../milliseconds.js';
import { parseAddress, type Address } from './address.js';
import { failureOf, PrometheusError, type Reply } from './failure.js';
import { Gate } from './gate.js';
import type { PrometheusOptions } from './options.js';
import { readBody, type Body } from './read-body.js';

/** How many queries one server gets at a time. */
const AT_ONCE = 6;
const TIMEOUT = 30_000;
/** After one of these a server may take the same by GET. */
const NOT_BY_POST = [403, 404, 405, 501];

type Parameters = Readonly<Record<string, string>>;

/** Brings questions to a server and its answers back. */
export class Transport {
  readonly #options: PrometheusOptions;
  readonly #address: Address;
  readonly #timeout: number;
  readonly #gate = new Gate(AT_ONCE);
  #method: 'POST' | 'GET' = 'POST';

  /** Throws a RangeError in words where an option is not valid. */
  constructor(options: PrometheusOptions) {
    this.#options = options;
    this.#address = parseAddress(options.url);
    this.#timeout = msOf(options.timeout ?? TIMEOUT);
  }

  /** Whether a question may be longer than an address can be. */
  get takesLong(): boolean {
    return this.#method === 'POST';
  }

  /** `timeout` may only be shorter than usual, ms. Rejects with a PrometheusError in words, or with the signal's reason. */
  ask(path: 'query' | 'query_range', parameters: Parameters, context: QueryContext, timeout = Infinity): Promise<Body> {
    const patience = Math.min(timeout, this.#timeout);
    return this.#gate.run(() => this.#inTime(path, parameters, context.signal, patience), context);
  }

  async #inTime(path: string, parameters: Parameters, signal: AbortSignal, timeout: number): Promise<Body> {
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal.reason);
    const late = new PrometheusError(PROMETHEUS_WORDS.timedOut(this.#address.at, formatDuration(Math.round(timeout))));
    const timer = setTimeout(() => controller.abort(late), timeout);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await this.#exchange(path, parameters, controller.signal);
    } catch (error) {
      throw controller.signal.aborted ? controller.signal.reason : error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  async #exchange(path: string, parameters: Parameters, signal: AbortSignal): Promise<Body> {
    let reply = await this.#authorized(path, parameters, signal, this.#method);
    if (this.#method === 'POST' && NOT_BY_POST.includes(reply.status)) {
      const second = await this.#authorized(path, parameters, signal, 'GET');
      if (isGood(second)) this.#method = 'GET';
      if (isGood(second) || reply.status === 405 || reply.status === 501) reply = second;
    }
    const { at } = this.#address;
    if (!isGood(reply)) throw failureOf(reply, at, parameters['query'] ?? '');
    return readBody(reply.text, at);
  }

  #authorized(path: string, parameters: Parameters, signal: AbortSignal, method: string): Promise<Reply> {
    return authorized(this.#options.headers, () => this.#send(path, parameters, signal, method));
  }

  async #send(path: string, parameters: Parameters, signal: AbortSignal, method: string): Promise<Reply> {
    const { headers: given, credentials = 'same-origin', fetch: send = fetch } = this.#options;
    const headers = await headersNow(given);
    signal.throwIfAborted();
    const { base, at, parameters: own } = this.#address;
    const all = new URLSearchParams(own);
    for (const [name, value] of Object.entries({ ...this.#options.parameters, ...parameters })) all.append(name, value);
    // Not VictoriaMetrics' cache: it moves the times that were asked to a grid of its own.
    if (!all.has('nocache')) all.set('nocache', '1');
    const trusted = credentials === 'omit' && Object.keys(headers).length === 0;
    const address = `${base}/api/v1/${path}`;
    const init: RequestInit = { method, headers, credentials, signal, redirect: trusted ? 'follow' : 'manual' };
    let response;
    try {
      response = await send(method === 'GET' ? `${address}?${all}` : address, {
        ...init,
        ...(method === 'POST' && { body: all }),
      });
    } catch {
      throw new PrometheusError(PROMETHEUS_WORDS.unreachable(at), true);
    }
    try {
      const text = await response.text();
      return { status: response.status, redirected: response.type === 'opaqueredirect', text };
    } catch {
      throw new PrometheusError(PROMETHEUS_WORDS.cutOff(at));
    }
  }
}

const isGood = ({ status, redirected }: Reply): boolean => !redirected && status >= 200 && status < 300;
