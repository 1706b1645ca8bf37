import { INTERACTION_WORDS } from '../../core/index.js';
import type { Plot } from '../../plot/index.js';
import type { TimeframeStore } from '../../timeframe/index.js';
import { loadLate } from '../base/load-late.js';
import { ChartAnnotations } from './annotations/chart-annotations.js';
import { ChartComparison } from './comparison/chart-comparison.js';
import type { ChartMenu } from './menu/chart-menu.js';
import { LastData } from './last-data/last-data.js';
import type { ComparedChart } from './comparison/earlier-layer.js';
import type { LegendValues } from './menu/legend-values.js';
import { placeBelow } from './menu/place-below.js';
import { followPrint } from './print.js';
import type { ToolChart } from './tool-chart.js';

const chartMenu = loadLate(() => import('./menu/chart-menu.js'));
const legendValues = loadLate(() => import('./menu/legend-values.js'));

/** The menu button of a chart, only-this in its legend, and where its help opens. */
export class ChartTools {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #chart: ToolChart;
  readonly #hide: (keys: ReadonlySet<string>, alone: boolean) => void;
  readonly #card: HTMLElement;
  readonly #button = document.createElement('button');
  readonly #listening = new AbortController();
  readonly #lastData: LastData;
  /** What is said of moments and spans on the plot. */
  readonly annotations: ChartAnnotations;
  readonly #comparison: ChartComparison;
  readonly #stopPrinting: () => void;
  #menu: ChartMenu | null = null;
  /** The first of two clicks was on the only one: it has changed that since. */
  #wasAlone = false;
  #legendValues: LegendValues | null = null;

  /** `element` is the one of the plot; `hide` switches off the marks with these keys, and all others on: those `alone`. */
  constructor(
    element: HTMLElement,
    plot: Plot,
    store: TimeframeStore,
    chart: ToolChart,
    hide: (keys: ReadonlySet<string>, alone: boolean) => void,
    compared: ComparedChart,
  ) {
    this.#element = element;
    this.#plot = plot;
    this.#chart = chart;
    this.#hide = hide;
    this.#lastData = new LastData(element, plot, store, compared);
    this.annotations = new ChartAnnotations(element, plot, store, chart);
    this.#comparison = new ChartComparison(element, plot, store, compared);
    this.#stopPrinting = followPrint(plot, element);
    const card = (this.#card = element.closest<HTMLElement>('.card') ?? element);
    const button = this.#button;
    button.className = 'tool';
    button.setAttribute('part', 'menu-button');
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    button.id = 'menu-button';
    button.setAttribute('aria-label', INTERACTION_WORDS.menu);
    button.setAttribute('aria-labelledby', 'menu-button title');
    button.textContent = '⋮';
    card.querySelector('header')?.append(button);
    const { signal } = this.#listening;
    button.addEventListener('click', () => void this.#toggleMenu(), { signal });
    button.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        void this.#openMenu(event.key === 'ArrowUp');
      },
      { signal },
    );
    card.addEventListener(
      'click',
      (event) => {
        if (event.detail === 1) this.#wasAlone = this.#isAlone(toggleOf(event));
      },
      { signal, capture: true },
    );
    card.addEventListener('dblclick', (event) => this.#onlyThis(event), { signal });
    card.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter' && (event.altKey || event.shiftKey)) this.#onlyThis(event);
      },
      { signal },
    );
    card.addEventListener('beforetoggle', (event) => this.#placeHelp(event), { signal, capture: true });
    this.redraw();
  }

  /** After each drawing. */
  redraw(): void {
    this.#menu?.redraw();
    this.#lastData.redraw();
    this.updated();
  }

  /** After each rendering of what is beside the canvas. */
  updated(): void {
    this.#lastData.offer();
    this.#comparison.update();
    if (this.#legendValues || this.#chart.legendValues) void this.#showLegendValues();
  }

  remove(): void {
    this.#listening.abort();
    this.#stopPrinting();
    this.#menu?.remove();
    this.#lastData.remove();
    this.annotations.remove();
    this.#comparison.remove();
    this.#legendValues?.show(false);
    this.#button.remove();
  }

  async #toggleMenu(): Promise<void> {
    if (this.#menu?.open) this.#menu.hide();
    else await this.#openMenu(false);
  }

  async #openMenu(atEnd: boolean): Promise<void> {
    const loaded = await chartMenu();
    // Meanwhile the chart may have gone.
    if (!loaded || this.#listening.signal.aborted) return;
    this.#menu ??= new loaded.ChartMenu(this.#element, this.#button, this.#plot, this.#chart);
    this.#menu.show(atEnd);
  }

  async #showLegendValues(): Promise<void> {
    const loaded = await legendValues();
    // The list is rendered after the drawing that changes it.
    await this.#chart.updateComplete;
    if (!loaded || this.#listening.signal.aborted) return;
    this.#legendValues ??= new loaded.LegendValues(this.#card, this.#plot);
    this.#legendValues.show(this.#chart.legendValues ?? false);
  }

  /** Shows the mark of a toggle alone; where it is alone already, all of them. */
  #onlyThis(event: Event): void {
    const toggle = toggleOf(event);
    if (!toggle) return;
    event.preventDefault();
    const alone = event.type === 'dblclick' ? this.#wasAlone : this.#isAlone(toggle);
    this.#hide(new Set(alone ? [] : this.#keys.flatMap((key) => (key === toggle ? [] : key.value))), true);
  }

  get #keys(): readonly HTMLButtonElement[] {
    return [...this.#card.querySelectorAll<HTMLButtonElement>('.key')];
  }

  #isAlone(toggle: HTMLButtonElement | null): boolean {
    return this.#keys.every((key) => (key.ariaPressed === 'true') === (key === toggle));
  }

  #placeHelp({ target }: Event): void {
    const mark = this.#card.querySelector('.help');
    if (mark && target instanceof HTMLElement && target.id === 'help')
      placeBelow(target, mark, mark.getBoundingClientRect().left > innerWidth / 2);
  }
}

const toggleOf = ({ target }: Event): HTMLButtonElement | null =>
  target instanceof Element ? target.closest<HTMLButtonElement>('.key') : null;
