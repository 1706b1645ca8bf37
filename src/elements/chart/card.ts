import { html, nothing, type TemplateResult } from 'lit';
import { WORDS } from '../../core/index.js';
import type { Chrome } from './chrome.js';
import { legend } from './legend.js';

type Part = TemplateResult | typeof nothing;

/** What stands in a card besides its chrome. */
export interface CardParts {
  readonly heading: string;
  readonly help: Part;
  /** Switches after the title. */
  readonly controls: Part;
  /** What lies over the canvas. */
  readonly overlay: Part;
  /** Keys that are off in the legend. */
  readonly off: ReadonlySet<string>;
  /** The values of the header are compared with earlier ones. */
  readonly compared: boolean;
  readonly toggle: (key: string) => void;
  readonly retry: () => void;
}

/** A chart with its title, switches, values, states and legend. The canvas comes into it later. */
export function card(chrome: Chrome, parts: CardParts): TemplateResult {
  const { legend: entries, values, notices, message, failed, stale, trouble } = chrome;
  const { heading, help, controls, overlay, off, compared, toggle, retry } = parts;
  const again = (): TemplateResult => html`<button class="action" @click=${retry}>${WORDS.retry}</button>`;
  return html`<section class="card" part="card" aria-labelledby="title">
    <header part="header">
      <h3 id="title" part="title"><slot name="title">${heading}</slot></h3>
      ${help} ${controls}
      ${
        values.length > 0
          ? html`<dl part="values" class=${compared ? 'compared' : ''}>
              ${values.map(
                ({ label, value }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd><bdi dir="ltr">${value}</bdi></dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
      <slot name="actions"></slot>
    </header>
    <div class="body">
      <div
        class=${stale ? 'plot stale' : 'plot'}
        part="plot"
        tabindex="0"
        role="application"
        aria-roledescription=${WORDS.chart}
        aria-labelledby="title"
        aria-describedby="keys"
      >
        <div class="progress"></div>
        <div class="canvas"></div>
        <div class="probes" aria-hidden="true"></div>
        ${overlay}
        ${
          message
            ? html`<div class="message">
                <p class=${failed ? 'error' : ''} role=${failed ? 'alert' : 'status'}>${message}</p>
                ${failed ? again() : nothing}
              </div>`
            : nothing
        }
        ${
          trouble
            ? html`<div class="strip" role="status">
                <span title=${trouble}>${trouble}</span>${stale ? again() : nothing}
              </div>`
            : nothing
        }
      </div>
      <p id="keys" class="visually-hidden"></p>
      ${legend(entries, off, toggle)} ${notices.map((notice) => html`<p class="notice">${notice}</p>`)}
    </div>
  </section>`;
}
