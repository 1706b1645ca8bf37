import { svg, type SVGTemplateResult } from 'lit';

/** A picture on a button, out of lines on a ground of 16 by 16. */
export const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d=${path} /></svg>`;
