import { expect } from '@open-wc/testing';
import type { Exposition, MetricsRule, ParseOptions } from '../../../src/core/index.js';
import { MetricsParseError, MetricsParser, parseOpenMetrics, SeriesTable } from '../../../src/core/index.js';

const ROUTE = `# HELP latency_distribution Latency distribution
# TYPE latency_distribution summary
latency_distribution{quantile="0.5"} 0.006339203
latency_distribution{quantile="0.99"} 0.020140918
latency_distribution_count 4
latency_distribution_sum 0.042048857
# HELP http_requests HTTP requests by code and replicas
# TYPE http_requests counter
http_requests{replica_id="fqwg7eri-hskoj",status_code="200"} 1152
# HELP cpu_usage_percent CPU percent
# TYPE cpu_usage_percent gauge
# UNIT cpu_usage_percent percent
`;
const OLD = `# just a comment

# TYPE  http_requests_total   counter
http_requests_total{method="post",code="200",}  1027 1395066363000
# TYPE other untyped
other { a = "b \\" c" } 3
broken{ 1
`;

function faultOf(text: string | Uint8Array, options?: ParseOptions): MetricsParseError {
  try {
    parseOpenMetrics(text, options);
  } catch (error) {
    if (error instanceof MetricsParseError) return error;
    throw error;
  }
  throw new Error('It was accepted');
}

const rows = ({ samples, table }: Exposition) =>
  Array.from({ length: samples.length }, (_, row) => {
    const series = samples.series[row] ?? -1;
    return [table.name(series), { ...table.labels(series) }, samples.values[row], samples.timestamps?.[row] ?? null];
  });

describe('parseOpenMetrics', () => {
  it('says the line, the column, the text and the rule of a fault', () => {
    const fault = faultOf('# TYPE a gauge\na{b="é",1="x"} 1\n# EOF\n');
    expect([fault.rule, fault.line, fault.column, fault.text]).to.deep.equal(['label-name', 2, 9, '1="x"} 1']);
    expect(fault.message).to.equal(
      'Line 2, column 9 of the metrics, "1=\\"x\\"} 1": the name of a label is of letters, digits and _, and does not begin with a digit',
    );
  });

  it('refuses what the format forbids, each by its rule', () => {
    const cases: [MetricsRule, string | Uint8Array][] = [
      ['byte-order-mark', '\ufeffa 1\n# EOF\n'],
      ['carriage-return', 'a 1\r\n# EOF\n'],
      ['utf8', Uint8Array.of(97, 123, 98, 61, 34, 255, 34, 125, 32, 49, 10)],
      ['utf8', 'a{b="\ud800"} 1\n# EOF\n'],
      ['eof', 'a 1\n'],
      ['after-eof', '# EOF\na 1\n'],
      ['family-twice', 'a 1\nb 1\na{x="1"} 1\n# EOF\n'],
      ['clashing-name', '# TYPE a_created gauge\n# TYPE a counter\n# EOF\n'],
      ['labels-twice', 'a 1\na 2\n# EOF\n'],
      ['timestamp-missing', 'a 1 5\na 1\n# EOF\n'],
      ['metadata-twice', '# HELP a \n# HELP a \n# EOF\n'],
      ['exemplar-place', 'a 1 # {} 1\n# EOF\n'],
      ['exemplar-length', `# TYPE a counter\na_total 1 # {b="${'漢'.repeat(128)}"} 1\n# EOF\n`],
      ['le', '# TYPE a histogram\na_bucket{le="inf"} 1\n# EOF\n'],
      ['counter-total', '# TYPE a counter\na 1\n# EOF\n'],
      ['number', 'a 1e999\n# EOF\n'],
    ];
    for (const [rule, text] of cases) expect(faultOf(text).rule, JSON.stringify(String(text))).to.equal(rule);
  });

  it('accepts what the text leaves open', () => {
    for (const text of [
      '# HELP a say "hi"\n# EOF',
      'a 1 5\na 2 5\n# EOF\n',
      `# TYPE a counter\na_total 1 # {b="${'漢'.repeat(127)}"} NaN\n# EOF\n`,
      '# TYPE a histogram\na_bucket{le="-1e-3"} 1\na_bucket{le="+7.50"} 1\na_bucket{le="+Inf"} 2\n# EOF\n',
      '# EOF\n',
    ]) {
      expect(parseOpenMetrics(text).complete).to.be.true;
    }
  });

  it('reads the text of the reference route in lenient mode, and says what it forgave', () => {
    const read = parseOpenMetrics(ROUTE, { mode: 'lenient' });
    expect(read.families.map(({ name, type, unit }) => [name, type, unit])).to.deep.equal([
      ['latency_distribution', 'summary', ''],
      ['http_requests', 'counter', ''],
      ['cpu_usage_percent', 'gauge', 'percent'],
    ]);
    expect(rows(read)[4]).to.deep.equal([
      'http_requests',
      { replica_id: 'fqwg7eri-hskoj', status_code: '200' },
      1152,
      null,
    ]);
    expect(read.forgiven.map(({ rule, line, dropped }) => [rule, line, dropped])).to.deep.equal([
      ['counter-total', 9, false],
      ['eof', 13, false],
    ]);
    expect(faultOf(ROUTE).rule).to.equal('counter-total');
  });

  it('reads text 0.0.4 in lenient mode: its blanks, comments and milliseconds; a broken line is left out', () => {
    const read = parseOpenMetrics(OLD, { mode: 'lenient' });
    expect(rows(read)).to.deep.equal([
      ['http_requests_total', { method: 'post', code: '200' }, 1027, 1395066363000],
      ['other', { a: 'b " c' }, 3, NaN],
    ]);
    expect(read.forgiven.filter(({ dropped }) => dropped).map(({ line, text }) => [line, text])).to.deep.equal([
      [7, 'broken{ 1'],
    ]);
  });

  it('reads metadata of text 0.0.4 with whatever blanks are in them, and leaves comments alone', () => {
    for (const line of [
      '#  TYPE  x  counter',
      '#\tTYPE\tx\tcounter',
      '# TYPE\tx\tcounter',
      ' # TYPE x counter ',
      '#TYPE x counter',
    ]) {
      const { families, forgiven } = parseOpenMetrics(`${line}\n#  TYPES  of things\nx 1\n`, { mode: 'lenient' });
      expect(families, line).to.deep.include({ ...families[0], name: 'x', type: 'counter' });
      expect(forgiven.filter(({ dropped }) => dropped)).to.deep.equal([]);
      expect(() => parseOpenMetrics(`${line}\nx_total 1\n# EOF\n`)).to.throw(MetricsParseError);
    }
    const { families } = parseOpenMetrics('#  HELP  x  two  words \n# UNIT \t x_s  s\n', { mode: 'lenient' });
    expect(families.map(({ name, help, unit }) => [name, help, unit])).to.deep.equal([
      ['x', 'two  words ', ''],
      ['x_s', '', 's'],
    ]);
  });

  it('takes timestamps for what the format says, and goes by their size only where none is told', () => {
    const timesOf = (options: ParseOptions): unknown =>
      Array.from(parseOpenMetrics('a 1 5000\nb 1 1395066363000\n# EOF\n', options).samples.timestamps ?? []);
    const [small, large] = [5000, 1395066363000];
    expect(timesOf({ mode: 'lenient', format: 'prometheus' })).to.deep.equal([small, large]);
    expect(timesOf({ mode: 'lenient', format: 'openmetrics' })).to.deep.equal([small * 1000, large * 1000]);
    expect(timesOf({ mode: 'strict', format: 'prometheus' })).to.deep.equal([small * 1000, large * 1000]);
    expect(timesOf({ mode: 'lenient' })).to.deep.equal([small * 1000, large]);
  });

  it('never cuts the text of a fault within a character', () => {
    for (const before of [0, 1, 2, 3]) {
      const { text } = faultOf(`a{b="${'x'.repeat(before)}${'😀'.repeat(100)}\n# EOF\n`);
      expect(text.length).to.be.within(90, 200);
      expect(text).to.match(/^"x*(?:😀)+$/u);
    }
  });

  it('counts a series of a text once, and those of the text before not at all', () => {
    const table = new SeriesTable();
    const limits = { series: 3 };
    const lines = ['a{x="1"} 1 1\n', 'a{x="2"} 1 1\n', 'a{x="3"} 1 1\n'];
    const texts: [string, boolean][] = [
      [lines.join(''), true],
      [[...lines].reverse().join(''), true],
      [lines.map((line) => line + line.replace(/1\n/, '2\n')).join(''), true],
      [`${lines.join('')}b 1\n`, false],
      ['c 1\nd 1\ne 1\n', true],
      [`c 1\nd 1\ne 1\n${lines.join('')}`, false],
    ];
    for (const [text, complete] of texts) {
      const read = parseOpenMetrics(text, { mode: 'lenient', table, limits });
      expect(read.complete, text).to.equal(complete);
      expect(new Set(read.samples.series).size).to.equal(3);
    }
  });

  it('shares names, labels and numbers of series between the texts of a server', () => {
    const table = new SeriesTable();
    const first = parseOpenMetrics('a{x="1"} 1\nb{x="1"} 2\n# EOF\n', { table });
    const second = parseOpenMetrics('a{x="1"} 3\nc{x="1",y=""} 4\nb{x="1"} 5\n# EOF\n', { table });
    expect([...first.samples.series]).to.deep.equal([0, 1]);
    expect([...second.samples.series]).to.deep.equal([0, 2, 1]);
    expect(table.labels(2)).to.equal(table.labels(0));
    expect([...second.samples.values]).to.deep.equal([3, 4, 5]);
  });

  it('refuses a text past its limits in strict mode, and cuts it in lenient mode', () => {
    const text = 'a{x="1"} 1\na{x="2"} 1\na{x="3"} 1\n# EOF\n';
    for (const [rule, limits] of [
      ['series-limit', { series: 2 }],
      ['byte-limit', { bytes: 25 }],
    ] as const) {
      expect(faultOf(text, { limits }).rule).to.equal(rule);
      const cut = parseOpenMetrics(text, { limits, mode: 'lenient' });
      expect([cut.complete, cut.samples.length, cut.forgiven[0]?.rule]).to.deep.equal([false, 2, rule]);
    }
    expect(faultOf(`a{x="${'y'.repeat(100)}`, { limits: { lineBytes: 50 } }).rule).to.equal('line-limit');
  });

  it('reads a text that comes byte by byte', () => {
    const parser = new MetricsParser({ mode: 'lenient' });
    for (const byte of new TextEncoder().encode(ROUTE)) parser.push(Uint8Array.of(byte));
    expect(rows(parser.finish())).to.deep.equal(rows(parseOpenMetrics(ROUTE, { mode: 'lenient' })));
  });
});
