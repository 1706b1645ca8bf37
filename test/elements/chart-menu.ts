import { inside, part, until } from './support.js';

export const button = (chart: Element): HTMLButtonElement => part(chart, '[part=menu-button]');
export const isOpen = (chart: Element): boolean => inside(chart, '.menu')?.matches(':popover-open') ?? false;
const items = (chart: Element): HTMLButtonElement[] => [
  ...(chart.shadowRoot?.querySelectorAll<HTMLButtonElement>('.menu [role^=menuitem]') ?? []),
];
export const named = (chart: Element, name: string): HTMLButtonElement => {
  const found = items(chart).find(({ textContent }) => textContent?.trim() === name);
  if (!found) throw new Error(`No item ${name}`);
  return found;
};
export const focused = (chart: Element): string => chart.shadowRoot?.activeElement?.textContent?.trim() ?? '';

export async function open(chart: Element): Promise<void> {
  button(chart).click();
  await until(() => isOpen(chart));
}

export async function choose(chart: Element, name: string): Promise<void> {
  await open(chart);
  named(chart, name).click();
}

/** The files that the page would save, in place of saving them. */
export function interceptFiles(): { files: { name: string; blob: Promise<Blob> }[]; end: () => void } {
  const files: { name: string; blob: Promise<Blob> }[] = [];
  const own = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    files.push({ name: this.download, blob: fetch(this.href).then((response) => response.blob()) });
  };
  return { files, end: () => (HTMLAnchorElement.prototype.click = own) };
}
