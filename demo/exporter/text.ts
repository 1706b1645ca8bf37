import type { Family, LabelPair } from './family.js';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };
const escaped = (text: string): string => text.replace(/[\\"\n]/g, (character) => ESCAPES[character] ?? '');

/** Labels without a value are no labels to a server, but stand in the text. */
export const labelText = (labels: readonly LabelPair[]): string =>
  labels.length ? `{${labels.map(([name, value]) => `${name}="${escaped(value)}"`).join(',')}}` : '';

/** `NaN`, `+Inf` and `-Inf` are written so. */
const numberText = (value: number): string =>
  Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? '+Inf' : '-Inf';

/** The lines of a family's metric, each with the same end (`''`, or a time with a space before it). */
export const pointLines = (
  name: string,
  { labels, points }: Family['metrics'][number],
  more: readonly LabelPair[] = [],
  end = '',
): string =>
  points
    .map(({ suffix, label, value }) => {
      const all = labelText([...labels, ...more, ...(label ? [label] : [])]);
      return `${name}${suffix}${all} ${numberText(value)}${end}\n`;
    })
    .join('');

/** What a server scrapes: Prometheus' text format, version 0.0.4. */
export const metricsText = (families: readonly Family[]): string =>
  families
    .map(
      ({ name, type, help, metrics }) =>
        `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${metrics.map((metric) => pointLines(name, metric)).join('')}`,
    )
    .join('');
