import { formatTime, MINUTE, SECOND, type TimeRange } from '../../core/index.js';
import type { Plot } from '../../plot/index.js';
import type { TimeframeState } from '../../timeframe/index.js';

/** CSS pixels that the canvas stands above the strip, as the style sheet has them. */
const OFFSET = 20;
/** A window is at least so wide, CSS pixels. */
const NARROWEST = 2;
/** The middles of two grips are at least so far apart, CSS pixels: the width of one, and room between to take the window. */
const APART = 30;

/** Puts the window, its grips and what veils the rest where the range stands on the strip. A move lays out nothing else. */
export class StripWindow {
  readonly #plot: Plot;
  readonly #veils: readonly HTMLElement[];
  readonly #window: HTMLElement | null;
  readonly #grips: readonly HTMLElement[];

  constructor(strip: HTMLElement, plot: Plot) {
    this.#plot = plot;
    this.#veils = [...strip.querySelectorAll<HTMLElement>('.veil')];
    this.#window = strip.querySelector('.window');
    this.#grips = [...strip.querySelectorAll<HTMLElement>('.grip')];
  }

  place(state: TimeframeState): void {
    const { box, layout } = this.#plot;
    if (!box || !layout) return;
    const { from, to } = layout.view.range;
    const shown = state.preview ?? state.range;
    const end = box.left + box.width;
    const x = (time: number): number => box.left + Math.max(0, Math.min(1, (time - from) / (to - from))) * box.width;
    const left = Math.min(x(shown.from), end - NARROWEST);
    const right = Math.max(x(shown.to), left + NARROWEST);
    const put = (element: HTMLElement | null | undefined, start: number, width: number | null): void => {
      if (!element) return;
      element.hidden = false;
      element.style.translate = `${start}px ${box.top - OFFSET}px`;
      element.style.height = `${box.height}px`;
      if (width !== null) element.style.width = `${Math.max(0, width)}px`;
    };
    put(this.#veils[0], box.left, left - box.left);
    put(this.#veils[1], right, end - right);
    put(this.#window, left, right - left);
    // Beside a narrow window, and within the strip.
    const beside = Math.max(0, APART - right + left) / 2;
    const last = Math.min(Math.max(right + beside, box.left + APART), end);
    put(this.#grips[0], Math.max(Math.min(left - beside, last - APART), box.left), null);
    put(this.#grips[1], last, null);
    say(this.#grips[0], shown.from, layout.view.range, state);
    say(this.#grips[1], shown.to, layout.view.range, state);
  }
}

/** What a slider tells: its time in words, and in whole seconds where it is between the strip's ends. */
function say(
  grip: HTMLElement | undefined,
  time: number,
  { from, to }: TimeRange,
  { timezone, locale }: TimeframeState,
): void {
  if (!grip) return;
  const seconds = (ms: number): string => `${Math.round(ms / SECOND)}`;
  grip.ariaValueMin = seconds(from);
  grip.ariaValueMax = seconds(to);
  grip.ariaValueNow = seconds(Math.max(from, Math.min(to, time)));
  grip.ariaValueText = formatTime(time, timezone, locale, time % MINUTE === 0 ? MINUTE : SECOND);
}
