import { css } from 'lit';

/** On paper in light colours, also of a page that is dark, and with the fills that say what is what. */
export const printStyles = css`
  @media print {
    :host {
      color-scheme: light;
      print-color-adjust: exact;
    }
  }
`;
