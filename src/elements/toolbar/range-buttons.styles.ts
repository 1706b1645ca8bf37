import { css } from 'lit';

export const rangeButtonStyles = css`
  .steps .icon {
    justify-content: center;
    width: 36px;
    padding: 0;
  }
  .steps .icon:last-child {
    border: 0;
  }
  .icon[aria-disabled='true'] {
    color: var(--_edge);
    cursor: default;
  }
`;
