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
    .lanes:focus-visible {
      outline-offset: -2px;
    }
  `,
];
