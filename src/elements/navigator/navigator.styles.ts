import { css } from 'lit';
import { chartStyles } from '../chart/chart.styles.js';
import { mediumStyles } from '../chart/medium.styles.js';

export const navigatorStyles = [
  ...chartStyles,
  mediumStyles,
  css`
    :host {
      display: block;
      container-type: normal;
    }
    .plot {
      height: var(--ie-navigator-height, 96px);
      overflow: hidden;
    }
    /* The room for a unit's line is cut off: there is none. */
    .canvas {
      inset: -20px 0 0;
    }
    .veil,
    .window {
      position: absolute;
      inset: 0 auto auto 0;
      pointer-events: none;
    }
    .veil {
      background: var(--_muted);
      opacity: 0.14;
    }
    .window {
      touch-action: pan-y;
      border: 1px solid var(--_accent);
      border-radius: 3px;
      cursor: grab;
      pointer-events: auto;
    }
    .grip {
      position: absolute;
      inset: 0 auto 0 0;
      width: 24px;
      margin-left: -12px;
      cursor: ew-resize;
      pointer-events: auto;
      touch-action: none;
    }
    .grip::before {
      content: '';
      position: absolute;
      inset: 20% 8px;
      border: 1px solid var(--_card);
      border-radius: 4px;
      background: var(--_accent);
    }
    .trouble {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      margin: 0;
      padding: 0 16px;
      overflow-wrap: anywhere;
      color: var(--_muted);
      text-align: center;
      pointer-events: none;
    }
    [hidden] {
      display: none;
    }
    @media (forced-colors: active) {
      .grip::before {
        forced-color-adjust: none;
        background: Highlight;
      }
    }
  `,
];
