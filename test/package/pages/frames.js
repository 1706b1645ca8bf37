// A function of the portal's own that answers every metric, in frames.
import { CASES, caseSource } from '/cases/case-source.js';

document.querySelector('ie-analytics, ie-timeframe').source = caseSource(CASES[0]);
