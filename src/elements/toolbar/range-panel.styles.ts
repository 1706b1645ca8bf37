import { css } from 'lit';
import { floatingBox } from '../base/floating-box.styles.js';
import { selectArrow } from './select-arrow.styles.js';

/** The panel of ranges; adopted with the code that makes it. */
export const panelStyles = css`
  .panel {
    position: fixed;
    width: 840px;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: 16px;
    overflow: auto;
    ${floatingBox}
    border-radius: var(--_radius);
  }
  .panel form {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 24px;
  }
  .presets {
    flex: 1 1 220px;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
    align-content: start;
    gap: 2px 4px;
  }
  .presets button,
  .panel li button {
    min-height: 34px;
    padding: 0 8px;
    border: 0;
    border-radius: 6px;
    background: none;
    text-align: start;
  }
  .panel .presets [aria-current] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .fields {
    flex: 1 1 240px;
    width: 260px;
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  .panel label {
    display: grid;
    gap: 4px;
    color: var(--_muted);
  }
  .panel input,
  .panel select {
    width: 100%;
    min-height: 36px;
    padding: 0 10px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_card);
    color: var(--_text);
    font: inherit;
  }
  .panel .compare {
    position: relative;
    margin-top: 4px;
  }
  .panel select {
    max-width: none;
    padding-inline-end: 32px;
  }
  .compare::after {
    ${selectArrow}
    bottom: 16px;
  }
  .panel ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .panel [aria-invalid='true'] {
    border-color: var(--_error);
  }
  .ends {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 8px;
  }
  .panel p {
    margin: 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .panel p:empty {
    display: none;
  }
  .panel [role='alert'] {
    color: var(--_error);
  }
  .panel h3 {
    margin: 0;
    font: inherit;
    font-weight: 600;
  }
  .apply {
    min-height: 36px;
    border: 0;
    border-radius: 6px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .panel ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .panel li button {
    width: 100%;
    padding-block: 6px;
  }
  .panel li button:hover,
  .presets button:hover,
  .month button:hover,
  .calendar td:hover {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .calendar {
    flex: 1 1 266px;
  }
  .month {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .month button {
    width: 36px;
    height: 36px;
    border: 0;
    border-radius: 6px;
    background: none;
    font-size: 18px;
    line-height: 1;
  }
  .calendar table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0 2px;
  }
  .calendar th {
    height: 28px;
    color: var(--_muted);
    font-weight: 400;
  }
  .calendar td {
    width: 38px;
    height: 36px;
    padding: 0;
    border-radius: 6px;
    text-align: center;
    cursor: pointer;
  }
  .calendar .other {
    color: var(--_muted);
  }
  .calendar [aria-current] {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .calendar [aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (forced-colors: active) {
    .calendar [aria-selected='true'],
    .panel .presets [aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
