import { css } from 'lit';

/** Declarations of what floats over the page: its edge, ground, font and shadow. */
export const floatingBox = css`
  border: 1px solid var(--_border);
  background: var(--_card);
  color: var(--_text);
  font: inherit;
  box-shadow: 0 4px 12px light-dark(rgb(15 23 42 / 14%), rgb(0 0 0 / 50%));
`;
