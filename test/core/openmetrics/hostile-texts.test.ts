import { expect } from '@open-wc/testing';
import { MetricsParser, parseOpenMetrics, SeriesTable } from '../../../src/core/index.js';
import { leastTime, timeOf } from '../../support/least-time.js';

const encoder = new TextEncoder();
const LONGEST = 2 ** 20;
/** What takes a time that grows with the square takes minutes here. */
const SOON = 2500;

/** As a network brings it, and how long the longest piece took, ms. */
async function longestSlice(text: string, table = new SeriesTable()): Promise<number> {
  const bytes = encoder.encode(text);
  const parser = new MetricsParser({ mode: 'lenient', table });
  let longest = 0;
  for (let at = 0; at < bytes.length && !parser.ended; at += 2 ** 16) {
    const piece = bytes.subarray(at, at + 2 ** 16);
    longest = Math.max(longest, await timeOf(() => parser.push(piece)));
  }
  return Math.max(longest, await timeOf(() => parser.finish()));
}

const filled = (make: (i: number) => string, length = LONGEST - 1000): string => {
  const parts = [];
  for (let i = 0, sum = 0; sum < length; i++) {
    const part = make(i);
    parts.push(part);
    sum += part.length;
  }
  return parts.join('');
};

describe('texts that are made to take long', () => {
  const names = Array.from({ length: 60_000 }, (_, i) => `n${i}="v"`);
  const texts: Readonly<Record<string, string>> = {
    'many labels, then the same ones backwards': `a{${names.join(',')}} 1\na{${[...names].reverse().join(',')}} 1\n`,
    'many labels without values, backwards': `a{${names.join(',')}} 1\na{${[...names].reverse().join(',').replaceAll('"v"', '""')}} 1\n`,
    'many braces': `a${filled(() => ' {}')} 1\n`,
    'many blanks': `a${' '.repeat(LONGEST - 100)}x 1\n`,
    'many commas': `a{${filled(() => ',')}} 1\n`,
    'many backslashes': `a{b="${filled(() => '\\')}"} 1\n`,
    'many digits': `a ${filled(() => '9')}.${'1'.repeat(500)} 1\n`,
    'a long name': `# TYPE ${filled(() => '_total')} counter\n${filled(() => '_total')} 1\n`,
    'many metadata of blanks': filled(() => '#  TYPE   x \t counter  \n', 4 * LONGEST),
    'many lines that cannot be read': filled((i) => `a{b="${i}" 1\n`, 4 * LONGEST),
    'many series of a broken kind': `# TYPE a histogram\n${filled((i) => `a_bucket{le="x${i}"} 1\n`, 4 * LONGEST)}`,
    'many families that take turns': filled((i) => `f${i % 999} 1 ${i}\n`, 2 * LONGEST),
    'many exemplars with many labels': filled(
      (i) => `a_total ${i} # {${names.slice(0, 500).join(',')}} 1\n`,
      4 * LONGEST,
    ),
  };
  for (const [title, text] of Object.entries(texts)) {
    it(`are read in no time: ${title}`, async () => {
      expect(await leastTime(SOON, () => longestSlice(text))).to.be.below(SOON);
    });
  }

  it('are read in no time: one line byte by byte', async () => {
    const bytes = encoder.encode(`a{b="${'x'.repeat(300_000)}"} 1\n`);
    const time = await leastTime(SOON, async () => {
      const parser = new MetricsParser({ mode: 'lenient' });
      const pushes = await timeOf(() => {
        for (let at = 0; at < bytes.length; at++) parser.push(bytes.subarray(at, at + 1));
      });
      expect(parser.finish().samples.length).to.equal(1);
      return pushes;
    });
    expect(time).to.be.below(SOON);
  });

  it('are read in no time: names with one hash by FNV-1a', async () => {
    // Each pair of eight letters has one hash by the usual constants; pairs in a row give 2 ** 15 such names.
    const pairs = collidingPairs();
    const values = Array.from({ length: 2 ** pairs.length }, (_, bits) =>
      pairs.map(([first, second], i) => ((bits >> i) & 1 ? second : first)).join(''),
    );
    const [one = 0] = values.slice(0, 1).map(fnv);
    expect(values.slice(0, 50).every((value) => fnv(value) === one)).to.equal(true);
    const text = values.map((value) => `a{b="${value}"} 1\n`).join('');
    expect(await leastTime(SOON, () => timeOf(() => longestSlice(text)))).to.be.below(SOON);
  });

  it('keep their labels, in whatever order: few and many', () => {
    for (const count of [3, 31, 32, 33, 34, 200]) {
      const some = names.slice(0, count);
      const { samples, table, forgiven } = parseOpenMetrics(
        `a{${some.join(',')}} 1\na{${[...some].reverse().join(',')}} 1\nb{${some.slice(1).reverse().join(',')},n0=""} 1\n`,
        { mode: 'lenient' },
      );
      expect(samples.series[1]).to.equal(samples.series[0]);
      expect(Object.keys(table.labels(samples.series[0] ?? -1)).length).to.equal(count);
      expect(Object.keys(table.labels(samples.series[2] ?? -1)).length).to.equal(count - 1);
      expect(forgiven.map(({ rule }) => rule)).to.deep.equal(['labels-twice', 'eof']);
      const twice = `{${[...some, 'n1="w"'].join(',')}} 1\n# EOF\n`;
      expect(() => parseOpenMetrics(`a${twice}`))
        .to.throw()
        .with.property('column', twice.indexOf('n1="w"') + 2);
    }
  });
});

function fnv(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 16777619);
  return hash;
}

/** Pairs of strings that lead from one state of FNV-1a to the same next one, found by their birthday. */
function collidingPairs(count = 15): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  let state = 0x811c9dc5 | 0;
  let random = 1;
  while (pairs.length < count) {
    const seen = new Map<number, string>();
    for (;;) {
      let hash = state;
      let text = '';
      for (let i = 0; i < 8; i++) {
        random = (Math.imul(random, 1103515245) + 12345) | 0;
        const byte = 97 + ((random >>> 16) % 26);
        hash = Math.imul(hash ^ byte, 16777619);
        text += String.fromCharCode(byte);
      }
      const other = seen.get(hash);
      seen.set(hash, text);
      if (other === undefined || other === text) continue;
      pairs.push([other, text]);
      state = hash;
      break;
    }
  }
  return pairs;
}
