import { css } from 'lit';
import { tokens } from '../base/tokens.styles.js';

export const analyticsStyles = [
  tokens,
  css`
    :host {
      --_page: var(--ie-page, light-dark(#f9fafc, #0f1115));
      --_gap: var(--ie-gap, 16px);
      display: block;
      min-width: 0;
      container-type: inline-size;
      contain-intrinsic-inline-size: 240px;
      background: var(--_page);
    }
    ie-toolbar {
      z-index: 2;
      padding: 4px 0;
      background: var(--_page);
    }
    .stats,
    .charts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_gap);
      margin-top: calc(var(--_gap) - 4px);
    }
    .stats + .charts {
      margin-top: var(--_gap);
    }
    .stats {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* As many boxes a row as find room for their numbers, which are as large as the text: 13 px at first. */
    @container (max-width: 18em) {
      .stats {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    /* Their names are longer. */
    @container (max-width: 27em) {
      .stats.of-6 {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    .wide {
      grid-column: 1 / -1;
    }
    /* Its view is the one of lanes. */
    .wide::part(switch) {
      display: none;
    }
    /* Columns of boxes and of charts have the same gaps, so that their edges are in line. */
    @container (min-width: 528px) {
      /* On several lines it would take too much of a narrow window. */
      ie-toolbar {
        position: sticky;
        top: 0;
      }
    }
    @container (min-width: 40.61em) {
      .stats {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      .stats.of-6 {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
    }
    @container (min-width: 720px) {
      .charts {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @container (min-width: 82.46em) {
      .stats {
        grid-template-columns: repeat(8, minmax(0, 1fr));
      }
      .stats.of-6 {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
    }
  `,
];
