import { css } from 'lit';

/** Where a hand has forced its colours, a plot stands on that ground; data keep their own, which tell one from another. */
export const forcedColorsStyles = css`
  @media (forced-colors: active) {
    .probes {
      --_card: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_axis: CanvasText;
    }
  }
`;
