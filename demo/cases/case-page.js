// @ts-check
/** Fills a case page: what its `<template>` holds, once for each case, in a time frame of its own. */
import { CASES, caseSource, FROM, TO } from './case-source.js';

const template = document.querySelector('template');
for (const one of CASES) {
  const heading = document.createElement('h2');
  heading.textContent = one.title;
  const timeframe = document.createElement('ie-timeframe');
  timeframe.setAttribute('from', FROM);
  timeframe.setAttribute('to', TO);
  timeframe.setAttribute('timezone', 'UTC');
  // Also before the element is defined: it reads what it has by then.
  timeframe.source = caseSource(one);
  if (template) timeframe.append(template.content.cloneNode(true));
  document.querySelector('main')?.append(heading, timeframe);
}
