import type { CSSResult } from 'lit';

/** What is loaded later brings its style sheet into the shadow root with it, once. */
export function adoptStyles(root: Node, { styleSheet }: CSSResult): void {
  if (!styleSheet || !(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
