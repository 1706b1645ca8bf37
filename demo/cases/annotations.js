// @ts-check
import { caseSource } from './case-source.js';

for (const timeframe of document.querySelectorAll('ie-timeframe')) {
  timeframe.source = caseSource({ name: 'normal', title: '', replicas: Number(timeframe.dataset['replicas']) });
}

const KINDS = ['deployment', 'incident', 'note', 'scale-up', 'scale-down'];

/** @param {string} id */
const timeframe = (id) => document.querySelector(`ie-timeframe#${id}`);

const many = timeframe('many');
if (many) {
  many.annotations = async (/** @type {{ from: number, to: number }} */ { from, to }) =>
    Array.from({ length: 40 }, (_, nth) => ({
      at: from + ((to - from) * (nth + 0.5)) / 40,
      label: `Change ${nth + 1}`,
      kind: KINDS[nth % KINDS.length],
      cause: `${nth} of 40`,
    }));
}

const hostile = timeframe('hostile');
if (hostile) {
  hostile.annotations = [
    { at: '2026-06-01T10:10:00Z', label: '<img src=x onerror=alert(1)>', kind: '<script>' },
    { at: '2026-06-01T10:30:00Z', label: 'A label without an end. '.repeat(200), kind: 'constructor' },
    { at: '2026-06-01T10:50:00Z', label: '‮gnp.eno‬\n\u0000two lines', kind: 'note', cause: '=cmd()' },
  ];
}
