/** How many of each thing that outlives an element are open. */
export interface Census {
  readonly observed: number;
  /** On the window, the document and what else lives as long: a medium's query, too. */
  readonly globalListeners: number;
  /** Of `setTimeout` and `setInterval`. */
  readonly timers: number;
  readonly channels: number;
}

type AnyObserver = { observe(...args: never[]): void; disconnect(): void };

/**
 * Counts what is opened and not closed from now on, by wrapping the browser's own; `end` takes the wrapping away. Timers
 * that are set while `leaveOut` runs, such as those of commands, are not counted.
 */
export function takeCensus(): { count(): Census; leaveOut<T>(act: () => Promise<T>): Promise<T>; end(): void } {
  const undo: (() => void)[] = [];
  const observed = new Map<object, Set<unknown>>();
  const listeners = new Set<string>();
  const timers = new Set<unknown>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  let counting = true;

  const replace = <Target extends object, Key extends keyof Target>(
    target: Target,
    key: Key,
    value: Target[Key],
  ): void => {
    const own = target[key];
    target[key] = value;
    undo.push(() => (target[key] = own));
  };
  const idOf = (thing: object): number => {
    const id = ids.get(thing) ?? next++;
    ids.set(thing, id);
    return id;
  };

  for (const Observer of [ResizeObserver, IntersectionObserver, MutationObserver] as readonly {
    prototype: AnyObserver;
  }[]) {
    const { prototype } = Observer;
    const { observe, disconnect } = prototype;
    replace(prototype, 'observe', function (this: object, ...args: never[]) {
      const targets = observed.get(this) ?? new Set();
      observed.set(this, targets.add(args[0]));
      observe.apply(this, args);
    });
    replace(prototype, 'disconnect', function (this: object) {
      observed.delete(this);
      disconnect.call(this);
    });
    const unobserve: unknown = Reflect.get(prototype, 'unobserve');
    if (typeof unobserve !== 'function') continue;
    Reflect.set(prototype, 'unobserve', function (this: object, target: Element) {
      observed.get(this)?.delete(target);
      Reflect.apply(unobserve, this, [target]);
    });
    undo.push(() => Reflect.set(prototype, 'unobserve', unobserve));
  }

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const globals = new Set<unknown>([window, document, document.documentElement, document.body, undefined]);
  const keyOf = (target: unknown, type: string, listener: object): string =>
    `${typeof target === 'object' && target ? idOf(target) : 0} ${type} ${idOf(listener)}`;
  const isGlobal = (target: unknown): boolean => globals.has(target) || target instanceof MediaQueryList;
  replace(EventTarget.prototype, 'addEventListener', function (this: EventTarget, type, listener, options) {
    if (listener && isGlobal(this)) {
      const key = keyOf(this, type, listener);
      listeners.add(key);
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal) addEventListener.call(signal, 'abort', () => listeners.delete(key));
    }
    addEventListener.call(this, type, listener, options);
  });
  replace(EventTarget.prototype, 'removeEventListener', function (this: EventTarget, type, listener, options) {
    if (listener) listeners.delete(keyOf(this, type, listener));
    removeEventListener.call(this, type, listener, options);
  });

  const { setTimeout: start, setInterval: repeat, clearTimeout: stop, clearInterval: stopRepeating } = globalThis;
  Reflect.set(globalThis, 'setTimeout', (act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const id: unknown = start(() => {
      timers.delete(id);
      act(...args);
    }, ms);
    if (counting) timers.add(id);
    return id;
  });
  Reflect.set(globalThis, 'setInterval', (...args: Parameters<typeof repeat>) => {
    const id: unknown = repeat(...args);
    if (counting) timers.add(id);
    return id;
  });
  // Either stops both, and knows no other from its number.
  for (const name of ['clearTimeout', 'clearInterval'])
    Reflect.set(globalThis, name, (id: number | undefined) => {
      timers.delete(id);
      stop(id);
    });
  undo.push(() => {
    Object.assign(globalThis, {
      setTimeout: start,
      setInterval: repeat,
      clearTimeout: stop,
      clearInterval: stopRepeating,
    });
  });

  const channels = new Set<object>();
  const Channel = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
    override close(): void {
      channels.delete(this);
      super.close();
    }
  };
  undo.push(() => (globalThis.BroadcastChannel = Channel));

  return {
    count: () => ({
      observed: [...observed.values()].reduce((sum, targets) => sum + targets.size, 0),
      globalListeners: listeners.size,
      timers: timers.size,
      channels: channels.size,
    }),
    leaveOut: async (act) => {
      counting = false;
      try {
        return await act();
      } finally {
        counting = true;
      }
    },
    end: () => {
      for (const act of undo.reverse()) act();
    },
  };
}
