/** Tags of elements that are a time frame, or hold one. */
const TIMEFRAME = 'ie-timeframe';
const PAGE = 'ie-analytics';

/**
 * Calls `act` when a time frame that `element` may stand in is defined, where that is still to come: it was not there
 * to answer before.
 */
export function whenTimeframeComes(element: Element, act: () => void): void {
  const isWaited = element.parentElement?.closest(`${PAGE}:not(:defined)`);
  for (const tag of [TIMEFRAME, ...(isWaited ? [PAGE] : [])]) {
    if (!customElements.get(tag)) void customElements.whenDefined(tag).then(act);
  }
}
