/** Registers an element in a page of its own, and waits until that has run. */
export function loadElement(page: Window, name: string): Promise<void> {
  const script = page.document.createElement('script');
  script.type = 'module';
  script.src = new URL(`/src/elements/${name}/${name}.define.ts`, location.href).href;
  const loaded = new Promise<void>((resolve) => script.addEventListener('load', () => resolve(), { once: true }));
  page.document.head.append(script);
  return loaded;
}
