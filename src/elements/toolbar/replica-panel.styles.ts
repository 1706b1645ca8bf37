import { css, unsafeCSS } from 'lit';
import { roleSheet } from '../../plot/index.js';
import { floatingBox } from '../base/floating-box.styles.js';

/** The colours of replicas. */
export const roleStyles = css`
  ${unsafeCSS(roleSheet)}
`;

/** The list of replicas; adopted with the code that makes it. */
export const replicaPanelStyles = css`
  .replicas {
    position: fixed;
    width: min(320px, calc(100vw - 16px));
    margin: 0;
    padding: 8px;
    ${floatingBox}
    border-radius: var(--_radius);
  }
  .replicas:popover-open {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  .replicas input {
    min-height: 36px;
    padding: 0 12px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: none;
    color: inherit;
    font: inherit;
  }
  .replicas ul {
    flex: 0 1 auto;
    min-height: 72px;
    max-height: 360px;
    margin: 0;
    padding: 2px;
    overflow: auto;
    list-style: none;
  }
  .replicas li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 6px 8px;
    border-radius: 4px;
    cursor: pointer;
  }
  .replicas li::before {
    content: '';
    flex: none;
    width: 16px;
    color: var(--_accent);
    font-weight: 600;
  }
  .replicas [aria-selected='true']::before {
    content: '✓' / '';
  }
  .replicas li:hover,
  .replicas :focus .active,
  .replicas input:focus ~ ul .active {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .replicas :focus-visible .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .replica {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .status {
    flex: none;
    color: var(--_muted);
  }
  .replicas .dot {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: currentcolor;
  }
  .replicas p {
    margin: 0 8px;
    color: var(--_muted);
  }
  .replicas p:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .replicas .dot {
      forced-color-adjust: none;
    }
    .replicas .active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
