import { expect } from '@open-wc/testing';
import { MetricsParser, parseOpenMetrics, SeriesTable } from '../../../src/core/index.js';

const COUNT = 3000;
const encoder = new TextEncoder();
const line = (i: number): string => `gauge_${i % 7}{pod="pod-${i}",zone="${i % 3}"} ${i}\n`;

describe('a table of many series', () => {
  it('finds each again while it grows, in whatever order and pieces they come', () => {
    const table = new SeriesTable();
    const parser = new MetricsParser({ mode: 'lenient', table });
    for (let i = 0; i < COUNT; i++) {
      // One that was there before, which may stand in what has not moved yet.
      parser.push(encoder.encode(line(i) + (i % 5 === 0 ? line((i * 7) % (i + 1)) : '')));
    }
    const { samples } = parser.finish();
    expect(table.size).to.equal(COUNT);
    for (let row = 0; row < samples.length; row++) {
      expect(table.label(samples.series[row] ?? -1, 'pod')).to.equal(`pod-${samples.values[row] ?? NaN}`);
    }
    const backwards = Array.from({ length: COUNT }, (_, i) => line(COUNT - 1 - i)).join('');
    const again = parseOpenMetrics(backwards, { mode: 'lenient', table }).samples;
    expect(table.size).to.equal(COUNT);
    expect([...again.series]).to.deep.equal(Array.from({ length: COUNT }, (_, i) => COUNT - 1 - i));
  });

  it('tells histograms with more than eight labels apart', () => {
    const labels = Array.from({ length: 12 }, (_, i) => `label_${i}="a"`).join(',');
    const buckets = (last: string): string =>
      `h_bucket{${labels},last="${last}",le="1.0"} 1\nh_bucket{${labels},last="${last}",le="+Inf"} 2\n` +
      `h_count{${labels},last="${last}"} 2\nh_sum{${labels},last="${last}"} 2.5\n`;
    const text = `# TYPE h histogram\n${['a', 'b', 'c'].map(buckets).join('')}# EOF\n`;
    const { samples, table } = parseOpenMetrics(text);
    expect(samples.length).to.equal(12);
    expect(table.size).to.equal(12);
  });
});
