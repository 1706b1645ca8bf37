const PIECE = 7_200_000;

/**
 * Texts of what scrapes each `interval` ms would have found, from `from` (ms since the epoch) until `until()`, which is
 * asked before each; in pieces of the blocks of a Prometheus. `left`: moments that were not scraped, as ranges.
 */
export function* historyPieces(probe, names, historyText, { from, until, interval, left = [] }) {
  let at = Math.ceil(from / interval) * interval;
  const scrapes = function* () {
    const end = Math.min((Math.floor(at / PIECE) + 1) * PIECE, until());
    for (; at < end; at += interval) {
      const instant = probe.at(at);
      if (!left.some((range) => at >= range.from && at < range.to)) yield instant;
    }
  };
  while (at < until()) yield historyText(scrapes(), names, probe.calendar.parameters);
}
