// @ts-check
const DAY = 86_400_000;

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  // A wave of the day: the same at the same time, whatever range is asked for.
  timeframe.source = ({ range, step }) => {
    const width = step ?? range.to - range.from;
    const first = Math.ceil(range.from / width) * width;
    const times = Array.from(
      { length: Math.max(0, Math.ceil((range.to - first) / width)) },
      (_, i) => first + i * width,
    );
    const wave = (/** @type {number} */ time) => 1.2 + Math.sin(((time % DAY) / DAY) * 2 * Math.PI);
    return Object.fromEntries(
      [
        ['200', 1],
        ['429', 0.1],
        ['500', 0.05],
      ].map(([status, share]) => [status, times.map((time) => [time, (wave(time) * Number(share) * width) / 1000])]),
    );
  };
}
