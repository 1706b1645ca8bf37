/** What a key means in a list of which any number can be chosen. */
export interface ListAction {
  /** Place to go to. */
  readonly to?: number;
  /** What is there then is chosen, or no longer. */
  readonly toggles?: boolean;
  readonly all?: boolean;
  /** A letter to search for. */
  readonly seek?: string;
}

const PAGE = 10;

/**
 * The keys of a listbox with several choices, by the ARIA Authoring Practices: arrows, Home and End move, with Shift
 * they choose as well, Space chooses, Control and A all. Places are 0 to `last`; `null` for a key without a meaning.
 */
export function listKey(event: KeyboardEvent, at: number, last: number): ListAction | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (key.toLowerCase() === 'a' && (ctrlKey || metaKey)) return { all: true };
  if (ctrlKey || metaKey || altKey) return null;
  if (key === ' ' || key === 'Enter') return { toggles: true };
  const targets = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['PageDown', at + PAGE],
    ['PageUp', at - PAGE],
    ['Home', 0],
    ['End', last],
  ]);
  const target = targets.get(key);
  if (target === undefined) return key.length === 1 ? { seek: key } : null;
  const to = Math.max(0, Math.min(last, target));
  return { to, toggles: shiftKey && to !== at };
}
