import type { Plot } from '../../../plot/index.js';
import { depthAt, shareAt } from '../plot-time.js';
import { laneAt } from './lane-rows.js';

/** Two presses within so many ms, and so many CSS pixels, are a double one. */
const TWICE = 400;
const NEAR = 8;

/**
 * Presses on the names of lanes, by pointer or finger. `onPress` gets the name, and whether it is the second of two; that
 * goes to the lane of the first, though others may have come to its place. Returns how to stop.
 */
export function laneNames(
  element: HTMLElement,
  plot: Plot,
  onPress: (name: string, twice: boolean) => void,
): () => void {
  const listening = new AbortController();
  let pressed: string | undefined;
  let began = false;
  let at = -Infinity;
  let y = 0;
  /** A place beside the lanes, 0 at their top to 1; `NaN` elsewhere. */
  const heightAt = ({ clientX, clientY, target }: MouseEvent): number => {
    if (!plot.layout?.spec.lanes || (target instanceof Element && target.closest('button, .tooltip'))) return NaN;
    const rect = element.getBoundingClientRect();
    const height = depthAt(element, plot, clientY, rect);
    const share = shareAt(element, plot, clientX, rect);
    return share !== null && share < 0 && height >= 0 && height < 1 ? height : NaN;
  };
  const on = (
    type: 'dblclick' | 'pointerdown' | 'pointerup' | 'pointermove',
    listener: (event: MouseEvent) => void,
  ): void => element.addEventListener(type, listener, { signal: listening.signal, capture: type === 'dblclick' });
  // A drag may end here.
  on('pointerdown', (event) => {
    began = event.button === 0 && !Number.isNaN(heightAt(event));
  });
  on('pointerup', (event) => {
    const height = heightAt(event);
    const { layout } = plot;
    if (!began || Number.isNaN(height) || !layout) return;
    const twice = pressed !== undefined && event.timeStamp - at < TWICE && Math.abs(event.clientY - y) < NEAR;
    y = event.clientY;
    at = twice ? -Infinity : event.timeStamp;
    if (!twice) pressed = layout.spec.lanes?.[laneAt(layout, height)]?.name;
    if (pressed !== undefined) onPress(pressed, twice);
  });
  // No wish to go back to the range before.
  on('dblclick', (event) => {
    if (!Number.isNaN(heightAt(event))) event.stopImmediatePropagation();
  });
  on('pointermove', (event) => {
    if (!Number.isNaN(heightAt(event))) element.style.cursor = 'pointer';
  });
  return () => listening.abort();
}
