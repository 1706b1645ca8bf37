/** How many of each thing that outlives an element are open. */
export interface Census {
  readonly observed: number;
  readonly globalListeners: number;
  readonly timers: number;
}

type AnyObserver = { observe(...args: never[]): void; disconnect(): void };

/** Counts what is opened and not closed from now on, by wrapping the browser's own; `end` takes the wrapping away. */
export function takeCensus(): { count(): Census; end(): void } {
  const undo: (() => void)[] = [];
  const observed = new Map<object, Set<unknown>>();
  const listeners = new Set<string>();
  const timers = new Set<unknown>();
  const ids = new WeakMap<object, number>();
  let next = 0;

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
  replace(EventTarget.prototype, 'addEventListener', function (this: EventTarget, type, listener, options) {
    if (listener && globals.has(this)) listeners.add(keyOf(this, type, listener));
    addEventListener.call(this, type, listener, options);
  });
  replace(EventTarget.prototype, 'removeEventListener', function (this: EventTarget, type, listener, options) {
    if (listener) listeners.delete(keyOf(this, type, listener));
    removeEventListener.call(this, type, listener, options);
  });

  const { setTimeout: start, clearTimeout: stop } = globalThis;
  Reflect.set(globalThis, 'setTimeout', (act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const id: unknown = start(() => {
      timers.delete(id);
      act(...args);
    }, ms);
    timers.add(id);
    return id;
  });
  Reflect.set(globalThis, 'clearTimeout', (id: number | undefined) => {
    timers.delete(id);
    stop(id);
  });
  undo.push(() => {
    Reflect.set(globalThis, 'setTimeout', start);
    Reflect.set(globalThis, 'clearTimeout', stop);
  });

  return {
    count: () => ({
      observed: [...observed.values()].reduce((sum, targets) => sum + targets.size, 0),
      globalListeners: listeners.size,
      timers: timers.size,
    }),
    end: () => {
      for (const act of undo.reverse()) act();
    },
  };
}
