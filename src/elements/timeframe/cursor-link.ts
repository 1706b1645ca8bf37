import type { ReactiveController, ReactiveElement } from 'lit';
import type { CursorChannel } from '../../timeframe/index.js';
import { emit } from '../base/emit.js';
import { watchPage } from './page-watch.js';

/** The element of the time frame. */
interface CursorHost extends ReactiveElement {
  readonly group: string | null;
  readonly store: { readonly cursor: CursorChannel };
}

/** Where a cursor is, ms. */
interface Shown {
  readonly time: number | null;
  readonly pinned: number | null;
}

const NOTHING: Shown = { time: null, pinned: null };

/** What is sent to the others of a group, ms; each part only when it changed. `ask`: who has one says it again. */
type CursorMessage = Partial<Shown> & { readonly ask?: true };

/**
 * Tells the page where the cursor of a time frame is, and the other time frames of its group, in this document, in other
 * frames and in other tabs of the same origin: once for all that one event moves. Loaded when a cursor moves first, or a
 * group is named.
 */
export class Link implements ReactiveController {
  readonly #host: CursorHost;
  readonly #cursor: CursorChannel;
  #channel: BroadcastChannel | null = null;
  #group = '';
  #waits = false;
  #unsubscribe: (() => void) | null = null;
  #unwatch: readonly (() => void)[] = [];
  /** What the page heard last, and what the others of the group know. */
  #told: Shown = NOTHING;
  #shared: Shown = NOTHING;

  constructor(host: CursorHost) {
    this.#host = host;
    this.#cursor = host.store.cursor;
  }

  hostConnected(): void {
    this.#open();
    // A page that goes runs nothing any more, but may come back as it was.
    if (this.#unwatch.length === 0)
      this.#unwatch = [watchPage('pagehide', () => this.#leave()), watchPage('pageshow', () => this.#open())];
  }

  hostUpdated(): void {
    const group = (this.#unsubscribe && this.#host.group) || '';
    if (group === this.#group) return;
    this.#close();
    this.#group = group;
    if (!group) return;
    // The name carries the contract's version, as the key of the context does.
    try {
      this.#channel = new BroadcastChannel(`ie-charts/cursor/1/${group}`);
    } catch {
      // In a sandboxed frame, or an older browser: it goes on alone.
      return;
    }
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    // One that has a pin itself gives it to the others.
    if (this.#cursor.pinned === null) this.#send({ ask: true });
    this.#tellSoon();
  }

  hostDisconnected(): void {
    for (const stop of this.#unwatch) stop();
    this.#unwatch = [];
    this.#leave();
  }

  #open(): void {
    this.#unsubscribe ??= this.#cursor.subscribe(this.#tellSoon);
    this.hostUpdated();
    this.#tellSoon();
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#close();
  }

  #close(): void {
    // What it showed to the others goes with it, and what it shows of them: they may let go of it unheard.
    const { time, pinned } = this.#own();
    if (time !== null) this.#send({ time: null });
    if (pinned !== null) this.#send({ pinned: null });
    if (this.#cursor.origin === this) this.#cursor.move(null, null);
    if (this.#cursor.pinner === this) this.#cursor.pin(null, null);
    this.#shared = NOTHING;
    this.#channel?.close();
    this.#channel = null;
    this.#group = '';
  }

  /** What comes from this time frame, and not from another one of the group. */
  #own(): Shown {
    const { time, pinned, origin, pinner } = this.#cursor;
    return { time: origin === this ? null : time, pinned: pinner === this ? null : pinned };
  }

  /** After the charts have followed. Browsers tell of a pointer once a frame as it is. */
  readonly #tellSoon = (): void => {
    if (this.#waits) return;
    this.#waits = true;
    queueMicrotask(this.#tell);
  };

  readonly #tell = (): void => {
    this.#waits = false;
    if (!this.#unsubscribe) return;
    const { time, pinned } = this.#cursor;
    const { time: heard, pinned: heardPin } = this.#told;
    if (time !== heard || pinned !== heardPin) {
      this.#told = { time, pinned };
      emit(this.#host, 'ie-cursor', this.#told);
    }
    if (!this.#channel) return;
    if (time !== this.#shared.time) this.#send({ time });
    if (pinned !== this.#shared.pinned) this.#send({ pinned });
    this.#shared = this.#told;
  };

  #send(message: CursorMessage): void {
    this.#channel?.postMessage(message);
  }

  /** Whatever comes is of unknown origin. What came is not sent back. */
  #receive(message: unknown): void {
    if (typeof message !== 'object' || message === null) return;
    if ('ask' in message) {
      const { time, pinned } = this.#own();
      if (time !== null) this.#send({ time });
      if (pinned !== null) this.#send({ pinned });
    }
    if ('time' in message && isTime(message.time)) {
      this.#shared = { ...this.#shared, time: message.time };
      this.#cursor.move(message.time, this);
    }
    if ('pinned' in message && isTime(message.pinned)) {
      this.#shared = { ...this.#shared, pinned: message.pinned };
      this.#cursor.pin(message.pinned, this);
    }
  }
}

const isTime = (value: unknown): value is number | null => value === null || Number.isFinite(value);
