import { html, nothing, type TemplateResult } from 'lit';
import { TOOLBAR_WORDS } from '../../core/index.js';
import type { TimeframeStore, TimeframeState } from '../../timeframe/index.js';
import { afterPaint } from '../base/after-paint.js';
import { TimeframeElement } from '../base/element.js';
import { loadLate } from '../base/load-late.js';
import { switchButton } from '../base/switch.js';
import { icon } from './icon.js';
import { rangeName } from './range-name.js';
import type { RangeButtons, refreshMenu } from './later-controls.js';
import type { RangePanel } from './range-panel.js';
import type { ReplicaPanel } from './replica-panel.js';
import { toolbarStyles } from './toolbar.styles.js';

/** What the toolbar shows of a snapshot; it is rendered again only when one of these differs. */
const SHOWN = [
  'rangeText',
  'canGoBack',
  'refreshText',
  'replicas',
  'except',
  'view',
  'views',
  'timezone',
  'locale',
] as const;

const replicaPanel = loadLate(() => import('./replica-panel.js'));
const rangePanel = loadLate(() => import('./range-panel.js'));

/** What the switch turns on where the time frame has no interval of its own. */
const USUAL_REFRESH = '30s';

/** Characters of a name that stay in sight: replicas of one deployment differ in their ends. */
const END = 8;

/** So long the controls that come after the first data wait for these, ms. */
const PATIENCE = 500;

/**
 * The controls of a time frame: replicas, views where the page has several, range, back, automatic refresh.
 *
 * @tagname ie-toolbar
 * @slot - Controls of the page's own, after the others.
 * @csspart toolbar - The row of controls.
 * @csspart replicas - The choice of replicas.
 * @csspart replica-panel - The list of replicas that it opens.
 * @csspart views - The switch between views.
 * @csspart range - The choice of a range.
 * @csspart range-button - The button that opens its panel.
 * @csspart range-panel - The panel in which a range is chosen, written, or taken from a calendar.
 * @csspart back - The button that goes back to the range before.
 * @csspart steps - The buttons that move the range.
 * @csspart forward - The one that goes forward again.
 * @csspart home - The one that goes to the range of the page.
 * @csspart earlier - The one that goes half a range earlier.
 * @csspart later - The one that goes half a range later.
 * @csspart wider - The one that zooms out.
 * @csspart narrower - The one that zooms in.
 * @csspart switch - The switch of automatic refresh.
 * @csspart refresh - The choice of how often.
 */
export class Toolbar extends TimeframeElement {
  static override styles = toolbarStyles;

  #shown: TimeframeState | null = null;
  #usualRefresh = USUAL_REFRESH;
  #steps: RangeButtons | null = null;
  #refreshMenu: typeof refreshMenu | null = null;
  #replicaPanel: ReplicaPanel | null = null;
  #rangePanel: RangePanel | null = null;
  /** What only a hand needs has its room from the first painting on, and comes after that of the first data. */
  readonly #loadControls = loadLate(async () => {
    await afterPaint();
    const { RangeButtons, refreshMenu } = await import('./later-controls.js');
    const host = this.renderRoot.querySelector<HTMLElement>('.steps');
    if (!host) return;
    this.#steps = new RangeButtons(host, () => this.store);
    this.#steps.show(this.#shown);
    this.#refreshMenu = refreshMenu;
    this.requestUpdate();
  });

  protected override storeChanged(store: TimeframeStore | null): void {
    this.#shown = store?.state ?? null;
    this.#steps?.show(this.#shown);
    this.#replicaPanel?.close();
    this.#rangePanel?.close();
    this.requestUpdate();
  }

  protected override stateChanged(next: TimeframeState): void {
    const before = this.#shown;
    this.#shown = next;
    this.#steps?.show(next);
    if (next.refresh) this.#usualRefresh = next.refreshText;
    if (before?.source && next.now !== before.now) void this.#loadControls();
    if (!before || SHOWN.some((name) => before[name] !== next[name])) this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    return html`<div class="toolbar" part="toolbar" role="group" aria-label=${TOOLBAR_WORDS.toolbar}>
      ${this.#replicaMenu(shown)} ${this.#viewSwitch(shown)} ${this.#rangeMenu(shown)}
      <div class="field steps" part="steps"></div>
      <div class="refresh">
        ${switchButton(TOOLBAR_WORDS.autoRefresh, Boolean(shown?.refresh), () =>
          this.#refreshEvery(shown?.refresh ? null : this.#usualRefresh),
        )}
        <div class="field" part="refresh">
          ${this.#refreshMenu?.(shown?.refreshText ?? 'off', (interval) => this.#refreshEvery(interval))}
        </div>
      </div>
      <slot></slot>
    </div>`;
  }

  protected override firstUpdated(): void {
    setTimeout(() => void this.#loadControls(), PATIENCE);
  }

  #replicaMenu(shown: TimeframeState | null): TemplateResult {
    const { replicas = null, except = null } = shown ?? {};
    const [first, ...more] = (replicas && except) ?? replicas ?? [];
    const many = more.length > 0 ? more.length + 1 : null;
    const name =
      first === undefined
        ? TOOLBAR_WORDS.all
        : except
          ? TOOLBAR_WORDS.allBut(many ?? first)
          : many
            ? TOOLBAR_WORDS.several(many)
            : first;
    return html`<div class="field replica-field" part="replicas">
      <span class="name">${TOOLBAR_WORDS.replica}</span>
      <button
        class="choice"
        aria-label="${TOOLBAR_WORDS.replica} ${name}"
        aria-haspopup="dialog"
        aria-expanded="false"
        @click=${this.#openReplicas}
      >
        <bdi title=${name}><span>${name.slice(0, -END)}</span>${name.slice(-END)}</bdi>
      </button>
    </div>`;
  }

  #viewSwitch(shown: TimeframeState | null): TemplateResult | typeof nothing {
    if (!shown || shown.views.length < 2) return nothing;
    return html`<div class="views" part="views" role="radiogroup" aria-label=${TOOLBAR_WORDS.view}>
      ${shown.views.map(
        ({ name, label }) =>
          html`<label>
            <input
              class="visually-hidden"
              type="radio"
              name="view"
              .checked=${name === shown.view}
              @change=${() => this.store?.request({ type: 'view', view: name })}
            /><span>${label}</span>
          </label>`,
      )}
    </div>`;
  }

  #rangeMenu(shown: TimeframeState | null): TemplateResult {
    const name = shown && rangeName(shown.rangeText);
    return html`<div class="field" part="range">
      <button
        class="icon"
        part="back"
        title=${TOOLBAR_WORDS.back}
        aria-label=${TOOLBAR_WORDS.back}
        ?disabled=${!shown?.canGoBack}
        @click=${() => this.store?.request({ type: 'back' })}
      >
        ${icon(BACK)}
      </button>
      <button
        class="icon choice"
        part="range-button"
        aria-haspopup="dialog"
        aria-expanded="false"
        @click=${this.#openRanges}
      >
        ${icon(CALENDAR)}<span class="visually-hidden">${TOOLBAR_WORDS.range}</span> ${name ?? TOOLBAR_WORDS.custom}
      </button>
    </div>`;
  }

  #refreshEvery(interval: string | null): void {
    this.store?.request({ type: 'refresh-every', interval });
  }

  /** The first press on the button of a panel loads it and opens it; later ones the button takes itself. */
  readonly #openReplicas = async ({ currentTarget }: Event): Promise<void> => {
    if (!(currentTarget instanceof HTMLButtonElement) || currentTarget.popoverTargetElement) return;
    const loaded = await replicaPanel();
    if (!loaded) return;
    this.#replicaPanel ??= new loaded.ReplicaPanel(currentTarget, () => this.store);
    this.#replicaPanel.show();
  };

  readonly #openRanges = async ({ currentTarget, pointerType }: PointerEvent): Promise<void> => {
    if (!(currentTarget instanceof HTMLButtonElement) || currentTarget.popoverTargetElement) return;
    const loaded = await rangePanel();
    if (!loaded) return;
    this.#rangePanel ??= new loaded.RangePanel(currentTarget, () => this.store);
    this.#rangePanel.show(pointerType === 'touch');
  };
}

const CALENDAR = 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 4V2M10.5 4V2';
const BACK = 'M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7';

declare global {
  interface HTMLElementTagNameMap {
    'ie-toolbar': Toolbar;
  }
}
