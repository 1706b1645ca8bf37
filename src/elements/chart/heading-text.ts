/** The title of a chart as text, from its shadow root or card: what stands in the slot, else the attribute or the usual one. */
export function headingText(root: ParentNode): string {
  const slot = root.querySelector<HTMLSlotElement>('slot[name=title]');
  const nodes = slot?.assignedNodes({ flatten: true }) ?? [];
  return nodes
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .trim();
}
