import { css } from 'lit';

/** What fingers, paper, and colours that a hand has forced, ask of a plot. */
export const mediumStyles = css`
  .plot {
    touch-action: pan-y;
    -webkit-user-select: none;
    user-select: none;
    -webkit-touch-callout: none;
  }
  @media print {
    :host {
      break-inside: avoid;
    }
    .probes,
    .probes i {
      transition: none;
    }
  }
  /* A plot stands on the ground that is forced; data keep their own colours, which tell one from another. */
  @media (forced-colors: active) {
    .probes {
      --_card: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_axis: CanvasText;
    }
  }
`;
