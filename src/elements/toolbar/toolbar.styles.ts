import { css } from 'lit';
import { cardBox, switchStyles, tokens } from '../base/tokens.styles.js';
import { selectArrow } from './select-arrow.styles.js';

export const toolbarStyles = [
  tokens,
  switchStyles,
  css`
    :host {
      display: block;
    }
    .toolbar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
    }
    .field,
    .views {
      position: relative;
      display: inline-flex;
      min-width: 0;
      min-height: 40px;
      ${cardBox}
    }
    .field {
      height: 40px;
    }
    .views {
      flex-wrap: wrap;
      gap: 2px;
      padding: 3px;
    }
    .views label {
      position: relative;
      display: flex;
      cursor: pointer;
    }
    .views span {
      display: flex;
      align-items: center;
      min-height: 32px;
      padding: 0 10px;
      border-radius: calc(var(--_radius) - 3px);
      color: var(--_muted);
    }
    .views label:hover span {
      color: var(--_text);
    }
    .views :checked + span {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .views :focus-visible + span {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    @media (forced-colors: active) {
      .views :checked + span {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
    }
    .name,
    .icon {
      display: flex;
      align-items: center;
      padding: 0 12px;
      border: 0;
      border-inline-end: 1px solid var(--_border);
      background: none;
    }
    .icon:disabled {
      color: var(--_edge);
      cursor: default;
    }
    .refresh {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
    .refresh .field,
    .refresh select {
      width: 6.5em;
    }
    /* A longer name takes room that is there, and makes no other line: what is below stays under the pointer. */
    .replica-field {
      flex: 1 1 10.4em;
      max-width: max-content;
    }
    .replica-field .choice {
      flex: 1;
    }
    .choice {
      gap: 10px;
      border: 0;
    }
    .choice,
    select {
      min-width: 5em;
      field-sizing: content;
      max-width: 16em;
      padding-block: 0;
      padding-inline: 12px 32px;
      border: 0;
      border-radius: var(--_radius);
      appearance: none;
      background: none;
      overflow: hidden;
      text-align: start;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    bdi {
      display: inline-flex;
      justify-content: end;
      max-width: 100%;
      vertical-align: top;
      white-space: pre;
    }
    bdi,
    bdi span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    option {
      background: var(--_card);
      color: var(--_text);
    }
    .steps {
      width: 218px;
    }
    .field:not(.steps)::after {
      ${selectArrow}
      top: 50%;
      margin-top: -5px;
    }
  `,
];
