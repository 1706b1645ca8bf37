import { css } from 'lit';

/** The ground colours, sizes and fonts of every element, each from a variable that a page may set. */
export const tokens = css`
  :host {
    --_card: var(--ie-card, light-dark(#ffffff, #15181e));
    --_text: var(--ie-text, light-dark(#1b1f27, #e7eaf0));
    --_muted: var(--ie-muted, light-dark(#5b6472, #a3acba));
    --_axis: var(--ie-axis, light-dark(#3d4450, #c3cad5));
    --_grid: var(--ie-grid, light-dark(#e5e8ee, #2a303a));
    --_border: var(--ie-border, light-dark(#d9dee6, #323946));
    --_edge: var(--ie-control-edge, light-dark(#88919f, #7f8a9a));
    --_accent: var(--ie-accent, light-dark(#2f6be0, #7aa5ff));
    --_on-accent: var(--ie-on-accent, light-dark(#ffffff, #15181e));
    --_error: var(--ie-error, light-dark(#b3261e, #f0776d));
    --_radius: var(--ie-radius, 8px);
    --_font: var(--ie-font, system-ui, sans-serif);
    --_size: var(--ie-font-size, 13px);
    color: var(--_text);
    font: var(--_size) / 1.4 var(--_font);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  @media print {
    :host {
      color-scheme: light;
      print-color-adjust: exact;
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  button,
  select {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Declarations of a card: its edge, its ground and a slight shadow. */
export const cardBox = css`
  border: 1px solid var(--_border);
  border-radius: var(--_radius);
  background: var(--_card);
  box-shadow: 0 1px 2px light-dark(rgb(15 23 42 / 6%), transparent);
`;

/** A switch: a track with a thumb, and its label. */
export const switchStyles = css`
  .switch {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    padding: 0 4px;
    border: 0;
    border-radius: 14px;
    background: none;
    white-space: nowrap;
  }
  .switch::before {
    content: '';
    width: 32px;
    height: 18px;
    border: 1px solid var(--_edge);
    border-radius: 9px;
    forced-color-adjust: none;
    background: radial-gradient(circle, var(--_edge) 6px, transparent 6.5px) -7px 50% / 100% 100% no-repeat var(--_card);
  }
  .switch[aria-checked='true']::before {
    border-color: var(--_accent);
    background: radial-gradient(circle, var(--_on-accent) 6px, transparent 6.5px) 7px 50% / 100% 100% no-repeat
      var(--_accent);
  }
`;
