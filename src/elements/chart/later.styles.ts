import { css } from 'lit';

/** What of a card only shows after its first drawing: help, what went wrong, what is stale, what is switched off. */
export const laterStyles = css`
  header > .tool:not(.help) {
    position: absolute;
    inset: 10px 8px auto auto;
  }
  .help {
    background: radial-gradient(circle, transparent 7px, currentcolor 7.6px 8px, transparent 8.6px);
  }
  #help {
    position: fixed;
    max-width: min(420px, 100vw - 16px);
    margin: 0;
    padding: 10px 14px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_card);
    color: var(--_text);
  }
  .stale .canvas {
    opacity: 0.6;
  }
  .message .error {
    color: var(--_error);
  }
  .strip {
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
    padding: 0 2px 0 8px;
    border: 1px solid var(--_border);
    border-radius: 4px;
    background: var(--_card);
    color: var(--_error);
  }
  .strip span {
    flex: 1;
    min-width: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .strip:hover span,
  .strip:focus-within span {
    -webkit-line-clamp: none;
  }
  .strip .action {
    min-height: 20px;
    padding: 0 8px;
  }
  .key[aria-pressed='false'] span {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .key[aria-pressed='false'] .swatch {
    color: var(--_edge);
  }
`;
