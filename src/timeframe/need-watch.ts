import { errorOf, isSame, MINUTE, type Frame, type FrameRequest } from '../core/index.js';
import { Latest } from './latest.js';
import type { Answer, Need, Watch } from './need.js';
import type { QueryCache } from './query-cache.js';
import { requestKey } from './request-key.js';
import { retryDelay } from './retry-delay.js';

/** For so long, ms, a refresh leaves alone a query that is under way, so that a slow source can finish. */
const PATIENCE = MINUTE;

/** While something is wrong the answer is told again this often, ms: its age is shown. */
const REMINDER = 10_000;

const NO_ANSWER: Answer = {
  frame: null,
  outdated: false,
  error: null,
  loading: false,
  late: false,
  receivedAt: 0,
  retryAt: Infinity,
};

/** What a watch tells its time frame. */
export interface WatchHost {
  now(): number;
  askSoon(): void;
  /** A chart came into sight or into the layout, or went. */
  sightChanged(): void;
  /** There is another answer; `asked` is a frame that came from the source just now. */
  answered(watch: NeedWatch, asked: Frame | null): void;
  closed(watch: NeedWatch): void;
}

/** One chart's need: asks for it, and keeps the last good answer. */
export class NeedWatch implements Watch {
  need: Need;
  visible = true;
  active = true;
  /** CSS pixels; 0 before it is told. */
  width = 0;
  answer = NO_ANSWER;
  /** Whether it is to be asked, and if a query under way will do. */
  due: 'no' | 'refresh' | 'now' = 'now';
  /** When a failed query, or one that hangs, is tried again, ms. */
  retryAt = Infinity;
  readonly listener: (answer: Answer) => void;
  readonly #host: WatchHost;
  readonly #latest = new Latest();
  #failures = 0;
  #asked = '';
  #askedAt = 0;
  #toldAt = 0;
  #key = '';
  /** The `questionKey` of what the frame answers. */
  #frameOf = '';
  /** Another range was wanted while a refresh waited for a query under way. */
  #owed = false;

  constructor(need: Need, listener: (answer: Answer) => void, host: WatchHost) {
    this.need = need;
    this.listener = listener;
    this.#host = host;
  }

  update(need: Need): void {
    if (isSame(need, this.need)) return;
    const { metric, query, shape } = this.need;
    const other = need.metric !== metric || need.query !== query || need.shape !== shape;
    this.need = need;
    if (other) this.reset(this.answer.loading);
    this.demand('now');
    this.#host.askSoon();
  }

  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    this.#host.sightChanged();
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.#host.sightChanged();
  }

  setWidth(pixels: number): void {
    if (pixels === this.width) return;
    this.width = pixels;
    this.#host.askSoon();
  }

  close(): void {
    this.#latest.cancel();
    this.#host.closed(this);
  }

  /** To be asked with the others; a refresh does not disturb a query that is under way. */
  demand(due: 'refresh' | 'now'): void {
    if (this.due !== 'now') this.due = due;
  }

  /** Forgets everything: there is another source, or another metric. */
  reset(loading: boolean): void {
    this.#latest.cancel();
    this.#asked = this.#key = this.#frameOf = '';
    this.#failures = 0;
    this.retryAt = Infinity;
    this.#tell({ ...NO_ANSWER, loading });
  }

  /** A clock that was set back puts nothing off for longer than it is meant to wait. */
  follow(now: number): void {
    if (this.retryAt < Infinity) this.retryAt = Math.min(this.retryAt, now + PATIENCE);
    this.#toldAt = Math.min(this.#toldAt, now);
  }

  /** When the answer is told again though nothing came, ms: it failed, or a query is late. */
  get remindAt(): number {
    return this.active && (this.answer.error || this.answer.loading) ? this.#toldAt + REMINDER : Infinity;
  }

  remind(): void {
    this.#tell({ ...this.answer, late: this.answer.loading });
  }

  /** `question` is the `questionKey` of the request. */
  ask(request: FrameRequest, question: string, cache: QueryCache): void {
    const key = requestKey(request);
    const asked = JSON.stringify([key, request.range]);
    const sameNeed = key === this.#key;
    const patient = Math.abs(this.#host.now() - this.#askedAt) < PATIENCE;
    const waits = this.due === 'refresh' && sameNeed ? patient : asked === this.#asked;
    this.due = 'no';
    if (this.#latest.running && waits) {
      this.#owed = asked !== this.#asked;
      return;
    }
    const ready = cache.ready(request);
    if (ready && asked === this.#asked && this.answer.frame && !this.answer.error) return;
    this.#asked = asked;
    this.#key = key;
    this.#owed = false;
    this.retryAt = Infinity;
    if (ready) {
      this.#latest.cancel();
      this.#succeed(question, ready, null);
      return;
    }
    this.#askedAt = this.#host.now();
    this.retryAt = this.#askedAt + PATIENCE;
    const atHand = sameNeed ? null : cache.atHand(request);
    // Of one value over the whole range there is no half.
    if (atHand) this.#frameOf = request.step === null ? question : '';
    const outdated = this.#frameOf !== question;
    this.#tell({ ...this.answer, frame: atHand ?? this.answer.frame, outdated, loading: true });
    this.#latest.run(
      (signal) => cache.ask(request, signal, () => this.visible),
      (frame) => this.#succeed(question, frame, frame),
      (reason) => this.#fail(reason),
    );
  }

  #succeed(question: string, frame: Frame, asked: Frame | null): void {
    this.#failures = 0;
    this.retryAt = Infinity;
    this.#frameOf = question;
    if (this.#owed) {
      this.demand('refresh');
      this.#host.askSoon();
    }
    this.#tell({ ...NO_ANSWER, frame, receivedAt: this.#host.now() }, asked);
  }

  #fail(reason: unknown): void {
    this.retryAt = this.#host.now() + retryDelay(this.#failures++);
    const error = errorOf(reason);
    this.#tell({ ...this.answer, error, loading: false, late: false });
  }

  #tell(answer: Answer, asked: Frame | null = null): void {
    this.answer = { ...answer, retryAt: answer.late || (answer.error && !answer.loading) ? this.retryAt : Infinity };
    this.#toldAt = this.#host.now();
    this.#host.answered(this, asked);
  }
}
