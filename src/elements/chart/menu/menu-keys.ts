/** Keys within an open menu: arrows go round, Home and End to its ends, a letter to the next item that begins with it. */
export function menuKeys(event: KeyboardEvent, items: readonly HTMLElement[], close: () => void): void {
  const at = items.findIndex((item) => item.matches(':focus'));
  const count = items.length;
  const targets = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at < 0 ? count - 1 : at - 1],
    ['Home', 0],
    ['End', count - 1],
  ]);
  // Tab leaves the menu, to where it would lead from the button.
  if (event.key === 'Tab') return close();
  const target = targets.get(event.key) ?? byLetter(event, items, at);
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[(target + count) % count]?.focus();
}

function byLetter(event: KeyboardEvent, items: readonly HTMLElement[], at: number): number | undefined {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const letter = event.key.toLowerCase();
  const order = items.map((_, i) => (at + 1 + i) % items.length);
  return order.find((i) => items[i]?.textContent.trim().toLowerCase().startsWith(letter));
}
