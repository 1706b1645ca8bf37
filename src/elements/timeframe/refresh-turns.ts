import type { TimeframeStore, TimeframeState } from '../../timeframe/index.js';

/** One for this document: its time frames count as one window, since they share the answers of a source. */
const own = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

export interface RefreshTurns {
  /** The page was hidden, or came back. */
  pageChanged(): void;
  stop(): void;
}

/**
 * Windows of one origin that refresh the same take turns: each holds a lock while it refreshes, and looks up which of
 * how many it is among those who hold one. Nothing is sent between them. Where the browser has no locks (outside of
 * secure contexts) each goes on alone.
 */
export function takeRefreshTurns(store: TimeframeStore, always: () => boolean): RefreshTurns {
  const browser: { readonly locks?: LockManager } = navigator;
  const { locks } = browser;
  if (!locks) return { pageChanged: () => undefined, stop: () => undefined };
  let stopped = false;
  let held: { readonly name: string; readonly release: AbortController } | null = null;

  const lookUp = async (name: string) => {
    const group = name.slice(0, -own.length);
    const query = await locks.query();
    const names = new Set(query.held?.flatMap((lock) => (lock.name?.startsWith(group) ? lock.name : [])));
    const sorted = [...names.add(name)].sort();
    return { nth: sorted.indexOf(name), of: sorted.length };
  };

  const hold = (name: string): void => {
    const release = new AbortController();
    const done = new Promise((resolve) => release.signal.addEventListener('abort', resolve));
    held = { name, release };
    // An abort before it is granted rejects.
    locks.request(name, { mode: 'shared' }, () => done).catch(() => undefined);
    store.takeTurns(() => lookUp(name));
  };

  const follow = ({ refresh, source }: TimeframeState): void => {
    const takesPart = refresh !== null && source && (always() || !document.hidden) && !stopped;
    const name = takesPart ? `ie-charts ${source.key ?? location.pathname} ${own}` : null;
    if (name === (held?.name ?? null)) return;
    held?.release.abort();
    held = null;
    if (name) hold(name);
    else store.takeTurns(null);
  };

  const unsubscribe = store.subscribe(follow);
  const pageChanged = (): void => follow(store.state);
  pageChanged();
  return {
    pageChanged,
    stop: () => {
      unsubscribe();
      stopped = true;
      pageChanged();
    },
  };
}
