import { css } from 'lit';
import { floatingBox } from '../../base/floating-box.styles.js';

/** Menu, table and the dialog of a chart alone; adopted with the code that makes them. */
export const menuStyles = css`
  .menu {
    position: fixed;
    width: max-content;
    min-width: 180px;
    max-width: min(320px, 100vw - 16px);
    margin: 0;
    padding: 4px;
    overflow: auto;
    ${floatingBox}
    border-radius: 6px;
  }
  .menu button {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 32px;
    padding: 0 12px;
    border: 0;
    border-radius: 4px;
    background: none;
    text-align: start;
  }
  .menu button:hover,
  .menu button:focus {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .menu [role='menuitemcheckbox']::after {
    content: '';
    margin-inline-start: auto;
  }
  .menu [aria-checked='true']::after {
    content: '✓' / '';
  }
  .menu p {
    margin: 4px 12px;
    color: var(--_muted);
  }
  .menu p:empty {
    display: none;
  }
  .tabled {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .tabled .plot,
  .tabled .table {
    grid-area: 1 / 1;
  }
  .tabled .plot {
    visibility: hidden;
  }
  .table {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    height: 0;
  }
  .table p {
    margin: auto;
    color: var(--_muted);
  }
  .rows {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .table table {
    width: 100%;
    border-collapse: collapse;
  }
  .table caption {
    padding: 3px 8px;
    color: var(--_muted);
    font-size: 0.92em;
    text-align: start;
  }
  .table th,
  .table td {
    padding: 3px 8px;
    border-bottom: 1px solid var(--_grid);
    text-align: right;
    white-space: nowrap;
  }
  .table td {
    direction: ltr;
  }
  .table th {
    font-weight: 400;
  }
  .table thead th {
    position: sticky;
    top: 0;
    max-width: 24em;
    overflow: hidden;
    text-overflow: ellipsis;
    background: var(--_card);
    color: var(--_muted);
    font-weight: 600;
  }
  .table th:first-child {
    text-align: start;
  }
  .table nav {
    display: flex;
    align-items: center;
    justify-content: center;
    flex-wrap: wrap;
    gap: 4px;
    padding-top: 4px;
  }
  .table nav span {
    flex: 0 1 12em;
    min-width: 0;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .table [aria-disabled='true'] {
    color: var(--_muted);
    border-color: var(--_border);
    cursor: default;
  }
  .alone {
    width: min(1600px, 100vw - 32px);
    height: calc(100vh - 32px);
    max-width: none;
    max-height: none;
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_text);
    font: inherit;
  }
  .alone[open] {
    display: flex;
  }
  .alone::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .alone .close {
    position: absolute;
    inset: 10px 8px auto auto;
  }
  .alone .card {
    min-width: 0;
    border: 0;
  }
  .alone header {
    padding-inline-end: 76px;
  }
  .alone header > .tool:not(.help) {
    inset-inline-end: 44px;
  }
  .alone .body {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: auto;
  }
  .alone .plot {
    flex: 1;
    min-height: var(--ie-plot-height, 260px);
    height: auto;
  }
  .alone .tabled {
    display: grid;
    grid-template-rows: 1fr;
  }
`;
