import type { EndpointParameters } from '../simulator/parameters.js';
import type { Instant } from '../simulator/probe.js';
import type { Family, LabelPair } from './family.js';
import { single } from './family.js';
import { labelText, pointLines } from './text.js';
import type { Names } from './targets.js';
import { targetsAt } from './targets.js';

interface Written {
  readonly type: string;
  readonly help: string;
  /** Lines by the labels of their metric, which OpenMetrics wants together and in order of time. */
  readonly lines: Map<string, string>;
}

const UP: Pick<Family, 'name' | 'type' | 'help'> = { name: 'up', type: 'gauge', help: '1 where the scrape succeeded' };

/**
 * Writes what a server would have stored of scrapes at some moments (ascending), as OpenMetrics with times and `# EOF`:
 * what `promtool tsdb create-blocks-from openmetrics` reads. A counter whose name does not end in `_total` is of
 * unknown type there.
 */
export function historyText(instants: Iterable<Instant>, names: Names, parameters: EndpointParameters): string {
  const families = new Map<string, Written>();
  const write = (family: Family, labels: readonly LabelPair[], end: string): void => {
    const { name, type, help } = family;
    const written = families.get(name) ?? { type, help, lines: new Map<string, string>() };
    families.set(name, written);
    for (const metric of family.metrics) {
      const more = labels.filter(([label]) => !metric.labels.some(([own]) => own === label));
      // An empty label is none once it is stored.
      const stored = { ...metric, labels: metric.labels.filter(([, value]) => value !== '') };
      const key = labelText([...stored.labels, ...more]);
      written.lines.set(key, (written.lines.get(key) ?? '') + pointLines(name, stored, more, end));
    }
  };
  for (const instant of instants) {
    const end = ` ${instant.at / 1000}`;
    for (const { labels, families: scraped } of targetsAt(instant, names, parameters)) {
      for (const family of scraped) write(family, labels, end);
      write({ ...UP, metrics: [single(1)] }, labels, end);
    }
  }
  return `${[...families].map(([name, written]) => familyText(name, written)).join('')}# EOF\n`;
}

function familyText(name: string, { type, help, lines }: Written): string {
  if (!lines.size) return '';
  const counter = type === 'counter' && name.endsWith('_total');
  const family = counter ? name.slice(0, -'_total'.length) : name;
  const told = type === 'counter' && !counter ? 'unknown' : type;
  return `# HELP ${family} ${help}\n# TYPE ${family} ${told}\n${[...lines.values()].join('')}`;
}
