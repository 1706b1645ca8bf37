import { css, unsafeCSS, type CSSResult } from 'lit';
import { annotationSheet } from '../../../plot/index.js';

/** Colours of annotations, and what the tooltip says of them; adopted with the code that draws them. */
export const annotationStyles: CSSResult = css`
  ${unsafeCSS(annotationSheet)}
  .tooltip-notes {
    margin-top: 6px;
    padding-top: 6px;
    border-top: 1px solid var(--_border);
    color: var(--_muted);
  }
  .tooltip-note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
    overflow-wrap: anywhere;
  }
  .tooltip-note + .tooltip-note {
    margin-top: 4px;
  }
  .tooltip-note .swatch {
    width: 4px;
    height: auto;
    border-radius: 2px;
    grid-row: 1 / span 3;
  }
  .tooltip-note b {
    color: var(--_text);
    text-align: start;
  }
  .tooltip-note span {
    grid-column: 2;
  }
`;
