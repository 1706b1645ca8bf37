// @ts-check
/** Writes out what the range is, and what it would be while a hand is at it. */
import { waves } from './waves.js';

const timeframe = document.querySelector('ie-timeframe');
const range = document.querySelector('#range');
const hand = document.querySelector('#hand');
const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const words = (/** @type {{ from: number, to: number }} */ { from, to }) =>
  `${times.formatRange(from, to)}, ${Math.round((to - from) / 1000)} s`;

// Also before the element is defined: it reads what it has by then.
if (timeframe) timeframe.source = waves;
await customElements.whenDefined('ie-timeframe');
if (timeframe && range && hand) {
  const show = () => {
    const { state } = timeframe;
    range.textContent = `${state.relative ? `${state.rangeText}: ` : ''}${words(state.range)}`;
    hand.textContent = state.preview ? `→ ${words(state.preview)}` : state.brushing ? '→ …' : '';
  };
  timeframe.store.subscribe(show);
  show();
}
