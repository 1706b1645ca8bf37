import '../../src/elements/index.ts';

/** Rows, so that what reads them is loaded too; an error once the page asks for it. */
document.querySelector('ie-timeframe').source = ({ metric, range, step }) => {
  if (document.body.dataset.fail !== undefined) throw new Error('The endpoint sleeps');
  const width = step ?? range.to - range.from;
  const rows = (value) =>
    Array.from({ length: Math.ceil((range.to - range.from) / width) }, (_, i) => [range.from + i * width, value]);
  return metric === 'requests'
    ? { 200: rows(20), 500: rows(2) }
    : { 0.99: rows(2), 0.95: rows(1.5), 0.9: rows(1), 0.5: rows(0.5) };
};
