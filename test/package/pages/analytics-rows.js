// A function of the portal's own that answers plain rows wherever rows can say it.
import { CASES, caseSource } from '/cases/case-source.js';

const frames = caseSource(CASES[0]);
const rows = ({ times, series }) =>
  Object.fromEntries(series.map(({ name, values }) => [name, Array.from(times, (time, i) => [time, values[i]])]));

document.querySelector('ie-analytics').source = async (request, context) => {
  const frame = await frames(request, context);
  return frame.kind === 'series' ? rows(frame) : frame;
};
