import { css } from 'lit';

/** Declarations of the arrow at the end of a choice; its height is the choice's own. */
export const selectArrow = css`
  content: '';
  position: absolute;
  inset-inline-end: 14px;
  width: 6px;
  height: 6px;
  border: solid var(--_muted);
  border-width: 0 1.5px 1.5px 0;
  transform: rotate(45deg);
  pointer-events: none;
`;
