import { css, unsafeCSS } from 'lit';
import { roleSheet } from '../../plot/index.js';
import { cardBox, tokens } from '../base/tokens.styles.js';

export const statStyles = [
  tokens,
  unsafeCSS(roleSheet),
  css`
    :host {
      display: block;
      min-width: 0;
    }
    dl {
      height: 100%;
      margin: 0;
      padding: calc(10em / 13) 12px;
      position: relative;
      ${cardBox}
    }
    dt {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 6px;
      color: var(--_muted);
    }
    /* No word is broken to keep the share on its line: that has one of its own then. */
    .label {
      flex: 1 1 min-content;
      min-width: 0;
      margin-inline-end: auto;
      overflow-wrap: break-word;
    }
    .share {
      direction: ltr;
      white-space: nowrap;
    }
    dd {
      margin: 2px 0 0;
      overflow: hidden;
      font-size: calc(20em / 13);
      font-weight: 600;
      line-height: 1.4;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .stale {
      opacity: 0.7;
    }
    /* In the room below the number, so that no box grows when a refresh fails. */
    .age {
      position: absolute;
      inset: auto 12px 1px;
      margin: 0;
      color: var(--_error);
      font-size: 0.85em;
      font-weight: 400;
      line-height: 1.3;
    }
    .failed {
      color: var(--_error);
    }
    .dot {
      forced-color-adjust: none;
      flex: none;
      width: 10px;
      height: 10px;
      border-radius: 50%;
      background: currentcolor;
    }
  `,
];
