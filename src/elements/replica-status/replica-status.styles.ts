import { css, unsafeCSS } from 'lit';
import { stateSheet } from '../../plot/index.js';

export const replicaStatusStyles = [
  unsafeCSS(stateSheet),
  css`
    .lanes {
      position: absolute;
      inset: 0;
      overflow: hidden auto;
      overscroll-behavior: auto;
    }
    /* Also where bars hide until something scrolls: it alone tells that there are more lanes. */
    .lanes::-webkit-scrollbar {
      width: 8px;
    }
    .lanes::-webkit-scrollbar-thumb {
      border-radius: 4px;
      background: var(--_axis);
    }
    .lanes:focus-visible {
      outline-offset: -2px;
    }
  `,
];
