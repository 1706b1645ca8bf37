import { css } from 'lit';
import { floatingBox } from '../../base/floating-box.styles.js';

/** Cursor, selection and tooltip; adopted with the code that makes them. */
export const interactionStyles = css`
  .overlay,
  .overlay div {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  .overlay[hidden],
  .overlay [hidden],
  .brush[hidden],
  .tooltip [hidden],
  .readout[hidden],
  .readout [hidden] {
    display: none;
  }
  .overlay .crosshair {
    border-left: 1px dashed var(--_muted);
  }
  .overlay .column {
    background: var(--_text);
    opacity: 0.08;
  }
  .overlay .dot {
    width: 8px;
    height: 8px;
    margin: -4px 0 0 -4px;
    border: 1.5px solid var(--_card);
    border-radius: 50%;
    background-color: currentcolor;
    background-clip: border-box;
  }
  .brush {
    position: absolute;
    pointer-events: none;
  }
  .brush div {
    height: 100%;
    border: solid var(--_accent);
    border-width: 0 1px;
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .brush span {
    position: absolute;
    inset: 4px auto auto 0;
    padding: 1px 6px;
    border-radius: 4px;
    background: var(--_accent);
    color: var(--_on-accent);
    white-space: nowrap;
  }
  .readout {
    position: absolute;
    inset: 0 auto auto 0;
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0 6px;
    max-width: 60%;
    padding: 2px 6px;
    border: 1px solid var(--_border);
    border-radius: 4px;
    background: var(--_card);
    font-size: 0.92em;
    pointer-events: none;
  }
  .readout b {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .readout .tooltip-share,
  .readout .tooltip-before,
  .readout .tooltip-change,
  .tooltip-rows:not(.compared) .tooltip-before,
  .tooltip-rows:not(.compared) .tooltip-change {
    display: none;
  }
  .tooltip {
    position: fixed;
    inset: 0 auto auto 0;
    width: max-content;
    max-width: min(28em, 100vw - 8px);
    margin: 0;
    padding: 8px 10px;
    ${floatingBox}
    border-radius: 6px;
    pointer-events: none;
  }
  .tooltip.pinned {
    position: absolute;
    border-color: var(--_accent);
    pointer-events: auto;
    -webkit-user-select: text;
    user-select: text;
  }
  .tooltip-head {
    margin-bottom: 4px;
    color: var(--_muted);
    white-space: nowrap;
  }
  .tooltip-rows {
    display: grid;
    grid-template-columns: auto 1fr auto auto;
    align-items: center;
    gap: 2px 8px;
  }
  .tooltip-rows.compared {
    grid-template-columns: auto 1fr auto auto auto auto;
  }
  .tooltip-row {
    display: contents;
  }
  .tooltip-row[hidden] {
    display: none;
  }
  .tooltip-label {
    justify-self: start;
    max-width: 100%;
    white-space: nowrap;
  }
  .tooltip .long {
    min-width: min(13ch, 40cqi);
  }
  .long,
  .parted :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Not as flexible boxes: what is copied out of a pinned tooltip would have a line break in each name. */
  .parted span {
    display: inline-block;
    min-width: 10ch;
    vertical-align: bottom;
    white-space: pre;
  }
  .parted :first-child {
    min-width: 0;
    max-width: calc(100% - 10ch);
  }
  .tooltip b,
  .readout b {
    font-weight: 600;
    text-align: end;
  }
  .tooltip-rows b,
  .readout b {
    direction: ltr;
  }
  .tooltip-share:not(:empty) {
    min-width: 3em;
  }
  .tooltip-share,
  .tooltip-before,
  .tooltip-change {
    direction: ltr;
    color: var(--_muted);
    text-align: end;
    white-space: nowrap;
  }
  .swatch.none {
    visibility: hidden;
  }
`;
