import { expect } from '@open-wc/testing';
import { METRICS_ACCEPT, metricsFormat, parseOpenMetrics } from '../../../src/core/index.js';

describe('what a server is asked for, and what it sent', () => {
  it('is OpenMetrics first', () => {
    expect(METRICS_ACCEPT).to.match(/^application\/openmetrics-text;version=1\.0\.0/);
  });

  it('is read off the content type', () => {
    const formats = {
      'application/openmetrics-text; version=1.0.0; charset=utf-8': 'openmetrics',
      'text/plain; version=0.0.4; charset=utf-8': 'prometheus',
      'text/plain; version=1.0.0; escaping=allow-utf-8': 'prometheus',
      'text/plain; version="0.0.4"': 'prometheus',
      'Text/Plain': 'unknown',
      'application/octet-stream': 'unknown',
      '': 'unknown',
      'text/html; charset=utf-8': 'other',
    } as const;
    for (const [type, format] of Object.entries(formats)) {
      expect(metricsFormat(type), type).to.equal(format);
    }
    expect(metricsFormat(null)).to.equal('unknown');
  });
});

describe('a large text', () => {
  it('keeps apart what has thousands of series and labels', () => {
    const count = 9_000;
    const lines = Array.from({ length: count }, (_, i) => `m{a="${i % 97}",b="value ${i}"} ${i}`);
    const { samples, table } = parseOpenMetrics(`${lines.join('\n')}\n# EOF\n`);
    expect(samples.length).to.equal(count);
    for (let i = 0; i < count; i += 1_000) {
      const series = samples.series[i] ?? -1;
      expect([table.label(series, 'a'), table.label(series, 'b'), samples.values[i]]).to.deep.equal([
        String(i % 97),
        `value ${i}`,
        i,
      ]);
    }
  });

  it('that comes back to a family goes on with it, where that is forgiven', () => {
    const text = '# TYPE a gauge\na{x="1"} 1\n# TYPE b gauge\nb 2\na{x="2"} 3\n# EOF\n';
    const { samples, forgiven, families } = parseOpenMetrics(text, { mode: 'lenient' });
    expect([...samples.values.subarray(0, samples.length)]).to.deep.equal([1, 2, 3]);
    expect(forgiven.map(({ rule }) => rule)).to.contain('family-twice');
    expect(families.map(({ name }) => name)).to.deep.equal(['a', 'b']);
  });
});
