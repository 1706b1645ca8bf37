// What a portal writes: a function of its own as the source.
document.querySelector('ie-timeframe').source = ({ range, step, quantiles = [] }) => {
  const width = step ?? range.to - range.from;
  const rows = Array.from({ length: (range.to - range.from) / width }, (_, i) => [range.from + i * width, i % 7]);
  const names = quantiles.length > 0 ? quantiles.map(String) : ['200', '500'];
  return Object.fromEntries(names.map((name) => [name, rows]));
};
