import { INTERACTION_WORDS } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { loadLate } from '../../base/load-late.js';
import { afterPaint } from '../../base/after-paint.js';
import { laneNames } from './lane-names.js';
import type { LaneToggles } from './lane-toggles.js';
import { nextLane } from './next-lane.js';
import type { ToldLane } from './told-lane.js';

const laneToggles = loadLate(() => import('./lane-toggles.js'));

/** What the keys do on lanes, and presses on their names: which one is told, and whether its replica is shown. */
export class LaneControl {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #told: ToldLane;
  readonly #say: (words: string) => void;
  #toggles: LaneToggles | null = null;
  /** The last press was on the only lane, and brought back those that were there before. */
  #broughtBack = false;
  readonly #leaveNames: () => void;
  #stopped = false;
  /** Returns the names to the plot. */
  readonly stop = (): void => {
    this.#stopped = true;
    this.#leaveNames();
  };

  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore, told: ToldLane, say: (words: string) => void) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#told = told;
    this.#say = say;
    this.#leaveNames = laneNames(element, plot, (name, twice) => {
      if (!twice) void this.#toggle(name, false);
      else if (!this.#broughtBack) void this.#toggle(name, true);
    });
  }

  /** Goes to another lane, which is scrolled into view where it has to be; `arrived` is called when it stands there. */
  go(count: number, arrived: () => void): boolean {
    const { layout } = this.#plot;
    const place = layout && nextLane(this.#element, layout, this.#told.height, count);
    if (!place) return false;
    this.#told.name = place.name;
    this.#told.find(layout);
    if (place.scrolled) void afterPaint().then(arrived);
    else arrived();
    return true;
  }

  /** Leaves the replica of the told lane out of the time frame, or shows it again; `alone` leaves the others out. */
  toggle(alone: boolean): boolean {
    const { name } = this.#told;
    if (name === undefined) return false;
    void this.#toggle(name, alone);
    return true;
  }

  async #toggle(name: string, alone: boolean): Promise<void> {
    const loaded = await laneToggles();
    // Meanwhile the chart may have gone.
    if (!loaded || this.#stopped) return;
    const { layout } = this.#plot;
    const { spec } = layout ?? {};
    // One that is hidden has no lane.
    const lane = spec?.lanes?.find((one) => one.name === name) ?? { replica: name };
    if (!spec || lane.replica === undefined) return;
    this.#toggles ??= new loaded.LaneToggles(this.#store, spec);
    this.#broughtBack = this.#toggles[alone ? 'only' : 'toggle'](lane.replica, spec);
    const { replicas } = this.#store.state;
    const shown = replicas?.includes(lane.replica) ?? true;
    this.#say(`${name} ${shown ? INTERACTION_WORDS.shown : INTERACTION_WORDS.hidden}`);
  }
}
