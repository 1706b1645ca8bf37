import { css, unsafeCSS } from 'lit';
import { roleSheet } from '../../plot/index.js';
import { cardBox, switchStyles, tokens } from '../base/tokens.styles.js';

export const chartStyles = [
  tokens,
  switchStyles,
  unsafeCSS(roleSheet),
  css`
    :host {
      display: flex;
      flex-direction: column;
      min-width: 0;
      container-type: inline-size;
      contain-intrinsic-inline-size: 240px;
    }
    .card {
      flex: 1;
      display: flex;
      flex-direction: column;
      ${cardBox}
    }
    header {
      display: flex;
      align-items: center;
      gap: 4px 16px;
      min-height: 48px;
      position: relative;
      padding: 4px 44px 4px 12px;
      border-bottom: 1px solid var(--_border);
    }
    h3 {
      margin: 0;
      min-width: min(8em, 100%);
      max-height: 2.8em;
      overflow: hidden;
      overflow-wrap: anywhere;
      font-size: inherit;
      font-weight: 600;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin: 0;
      margin-inline-start: auto;
      text-align: start;
    }
    /* Room for the differences, which come after the first drawing, in a header of the same height. */
    .compared {
      column-gap: 8px;
    }
    .compared div {
      min-width: 6.2em;
    }
    dt {
      color: var(--_muted);
      font-size: 0.85em;
      line-height: 1.3;
    }
    dd {
      margin: 0;
      min-width: 3.5em;
      font-weight: 600;
      line-height: 1.3;
      white-space: nowrap;
    }
    @container (max-width: 35em) {
      header {
        flex-wrap: wrap;
      }
      dl {
        width: 100%;
        justify-content: space-between;
        margin: 0;
      }
    }
    .tool {
      flex: none;
      width: 28px;
      height: 28px;
      padding: 0;
      border: 0;
      border-radius: 14px;
      background: none;
      color: var(--_muted);
    }
    .help {
      margin-inline: -12px;
      font-size: 0.85em;
    }
    .body {
      padding: 12px 12px 8px 12px;
    }
    .plot {
      position: relative;
      height: var(--ie-plot-height, 260px);
      border-radius: 4px;
    }
    .canvas {
      position: absolute;
      inset: 0;
      overflow: hidden;
    }
    .u-wrap {
      position: relative;
    }
    .u-over,
    .u-under,
    .u-axis {
      position: absolute;
    }
    .canvas canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
    .probes {
      position: absolute;
      width: 0;
      height: 0;
      overflow: hidden;
      forced-color-adjust: none;
      transition: font-size 1ms;
    }
    .probes i {
      transition: color 1ms;
    }
    .ground-text {
      color: var(--_text);
    }
    .ground-muted {
      color: var(--_muted);
    }
    .ground-axis {
      color: var(--_axis);
    }
    .ground-grid {
      color: var(--_grid);
    }
    .ground-card {
      color: var(--_card);
    }
    .progress {
      position: absolute;
      z-index: 1;
      inset: -12px -12px auto;
      height: 2px;
      overflow: hidden;
      opacity: 0;
      transition: opacity 0.2s 0.15s;
      pointer-events: none;
    }
    [aria-busy='true'] .progress {
      opacity: 1;
    }
    [aria-busy='true'] .progress::before {
      content: '';
      display: block;
      width: 40%;
      height: 100%;
      background: var(--_accent);
      animation: slide 1.2s linear infinite;
    }
    @keyframes slide {
      from {
        transform: translateX(-100%);
      }
      to {
        transform: translateX(250%);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      [aria-busy='true'] .progress::before {
        animation: none;
        width: 100%;
        opacity: 0.5;
      }
    }
    .message {
      position: absolute;
      inset: 26px 0 48px;
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: 8px;
      padding: 0 24px;
      color: var(--_muted);
      text-align: center;
      pointer-events: none;
    }
    .message p {
      margin: 0;
      max-width: 60ch;
      max-height: 100%;
      overflow: auto;
      overflow-wrap: anywhere;
      pointer-events: auto;
    }
    .action {
      min-height: 28px;
      padding: 2px 12px;
      border: 1px solid var(--_edge);
      border-radius: 6px;
      background: var(--_card);
      pointer-events: auto;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 0 8px;
      min-height: 28px;
      max-height: 140px;
      margin: 4px 0 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    .key {
      touch-action: manipulation;
      display: flex;
      align-items: center;
      gap: 6px;
      min-height: 28px;
      padding: 0 6px;
      border: 0;
      border-radius: 4px;
      background: none;
      max-width: 100%;
      overflow-wrap: anywhere;
      text-align: start;
      /* The list scrolls: it would cut a ring around its keys. */
      outline-offset: -2px;
    }
    .key span {
      color: var(--_text);
    }
    .swatch {
      forced-color-adjust: none;
      flex: none;
      width: 12px;
      height: 12px;
      border-radius: 50%;
      background: currentcolor;
    }
    .swatch.line {
      width: 18px;
      height: 0;
      border-radius: 0;
      background: none;
      border-top: 2px solid;
    }
    .swatch.line.dashed {
      border-top-style: dashed;
    }
    .swatch.line.dotted {
      border-top-style: dotted;
    }
    .notice {
      margin: 0 4px 4px;
      color: var(--_muted);
      font-size: 0.92em;
      overflow-wrap: anywhere;
    }
  `,
];
