// @ts-check
/** Two cases beside each other, with one cursor. */
import { CASES, caseSource, FROM, TO } from './case-source.js';

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  const one = CASES.find(({ name }) => name === timeframe.dataset['case']);
  if (!one) throw new Error(`There is no case ${timeframe.dataset['case']}`);
  timeframe.setAttribute('from', FROM);
  timeframe.setAttribute('to', TO);
  timeframe.source = caseSource(one);
}
