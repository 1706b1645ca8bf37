import {
  errorOf,
  formatDuration,
  PROMETHEUS_WORDS,
  type Frame,
  type FrameRequest,
  type QueryContext,
  type SourceDescription,
} from '../../core/index.js';
import { notesOn, questionsFor, unitOf } from './ask-parts.js';
import { bucketsQuestion, statesQuestion, type Question } from './expressions.js';
import { gridOf, type Grid } from '../grid.js';
import { msOf } from '../milliseconds.js';
import { histogramOf } from './histogram-frame.js';
import { inTime } from './in-time.js';
import { Joiner } from './joiner.js';
import { lanesOf } from './intervals-frame.js';
import { LONGEST_WAIT } from './knowledge.js';
import type { PrometheusOptions } from './options.js';
import { Places, type Place } from './places.js';
import { loadProfiles } from '../profiles/load-profiles.js';
import type { Body } from './read-body.js';
import { Scope } from './scope.js';
import { seriesOf, type Answered } from './series-frame.js';
import { ServerClock } from './server-clock.js';
import { stateGrid } from '../state-grid.js';
import { Transport } from './transport.js';

/**
 * What is younger may still change, ms: a scrape takes its time, and VictoriaMetrics repeats what is older in place of
 * it.
 */
const LATE = 30_000;

/** A query that was not answered. */
interface Failure {
  readonly title: string;
  readonly reason: unknown;
}

/** Asks a Prometheus for frames. */
export class PrometheusEngine {
  readonly #joiner: Joiner;
  readonly #places: Places;
  readonly #clock: ServerClock;
  /** What is asked about the server itself is everybody's, and not aborted with one request. */
  readonly #always = { signal: new AbortController().signal };

  /** Rejects with an Error in words where an option is not valid. */
  static async create(options: PrometheusOptions): Promise<PrometheusEngine> {
    const transport = new Transport(options);
    return new PrometheusEngine(options, transport, await loadProfiles(options));
  }

  private constructor(
    options: PrometheusOptions,
    transport: Transport,
    profiles: Awaited<ReturnType<typeof loadProfiles>>,
  ) {
    const { now = Date.now, scrapeInterval, join = true } = options;
    this.#joiner = new Joiner(transport, now, options.now ?? (() => performance.now()), join);
    const ask = (query: string): Promise<Body> => transport.ask('query', { query }, this.#always);
    const scrape = scrapeInterval === undefined ? null : msOf(scrapeInterval);
    this.#places = new Places(profiles, options, { ask, now, scrape });
    this.#clock = new ServerClock(async () => ((await ask('time()')).series[0]?.samples[0]?.[0] ?? NaN) * 1000, now);
  }

  describe(): Promise<SourceDescription> {
    return this.#places.describe();
  }

  async query(request: FrameRequest, context: QueryContext): Promise<Frame> {
    const [place] = await Promise.all([this.#places.find(request), inTime(this.#clock.ready(), LONGEST_WAIT)]);
    context.signal.throwIfAborted();
    const now = this.#clock.now();
    const { metric, range, shape } = request;
    const grid = shape === 'intervals' ? stateGrid(request, now, place.known.scrape) : gridOf(request, now);
    const { parts, known } = place;
    const scope = new Scope(request, grid.width, place.profile, place.selector, known);
    const final = now - Math.max(known.scrape, LATE);
    const notices = [...notesOn(parts, request, scope)];
    if (request.step !== null && grid.step !== request.step && shape !== 'intervals') {
      notices.push(PROMETHEUS_WORDS.coarser(formatDuration(grid.width)));
    }
    const facts = {
      range,
      step: request.step === null ? null : grid.width,
      completeUntil:
        request.step === null ? final : range.from + Math.floor((final - range.from) / grid.width) * grid.width,
      now,
    };
    const ask = (question: Question): Promise<Body> => this.#ask(question, request, grid, context);

    if (shape === 'series') {
      const { answers, missing } = await this.#askAll(place, request, scope, ask);
      const columns = seriesOf(answers, parts, request, grid);
      const all = [...notices, ...missing, ...columns.notices];
      return { ...facts, ...columns, notices: all, ...(missing.length > 0 && { partial: true }) };
    }
    for (const part of parts) {
      if (part.type === 'histogram' && shape === 'histogram') {
        const body = await ask(bucketsQuestion(part, scope));
        const frame = histogramOf(body, metric, unitOf(request), grid, part.factor ?? 1);
        return { ...facts, ...frame, notices: [...notices, ...frame.notices] };
      }
      if (part.type === 'states' && shape === 'intervals') {
        const question = statesQuestion(part.states, scope);
        const frame = lanesOf(await ask(question), metric, part.states, question.kept, grid, now);
        return { ...facts, ...frame, notices: [...notices, ...frame.notices] };
      }
    }
    throw new RangeError(PROMETHEUS_WORDS.noShape(metric, shape));
  }

  /** All queries of a request together; one that fails leaves the others, and is named. */
  async #askAll(
    { parts }: Place,
    request: FrameRequest,
    scope: Scope,
    ask: (question: Question) => Promise<Body>,
  ): Promise<{ answers: readonly Answered[]; missing: readonly string[] }> {
    const questions = questionsFor(parts, request, scope);
    if (questions.length === 0) throw new RangeError(PROMETHEUS_WORDS.noShape(request.metric, request.shape));
    const results = await Promise.allSettled(questions.map(async (asked) => ({ asked, body: await ask(asked) })));
    const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result, i): readonly Failure[] =>
      result.status === 'rejected' ? [{ title: questions[i]?.title ?? request.metric, reason: result.reason }] : [],
    );
    if (answers.length === 0) throw failures[0]?.reason;
    const missing = failures.map(({ title, reason }) => PROMETHEUS_WORDS.partMissing(title, errorOf(reason).message));
    return { answers, missing };
  }

  async #ask(
    { expression: query, written }: Question,
    { range }: FrameRequest,
    { times, step, width }: Grid,
    context: QueryContext,
  ): Promise<Body> {
    const [first] = times;
    const last = times.at(-1);
    if (first === undefined || last === undefined) return { series: [], notices: [] };
    const [start, end] = step === null ? [range.to, range.to] : [first + width, last + width];
    return this.#joiner.ask({ query, start, end, step }, !written, context);
  }
}
