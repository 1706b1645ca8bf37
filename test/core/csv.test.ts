import { expect } from '@open-wc/testing';
import { csvCell, csvText } from '../../src/core/index.js';

describe('CSV', () => {
  it('says the step, then `time,NAME…`, then ISO times in UTC with plain numbers', () => {
    const text = csvText(Float64Array.of(0, 30_000), 30_000, [
      { label: '2XX', values: Float64Array.of(1234.5, Number.NaN) },
      { label: 'P99', values: Float64Array.of(0, -1e-7) },
    ]);
    expect(text).to.equal(
      '# step: 30 s\ntime,2XX,P99\n1970-01-01T00:00:00.000Z,1234.5,0\n1970-01-01T00:00:30.000Z,,-1e-7\n',
    );
  });

  it('has times of the zone with its offset', () => {
    const text = csvText(Float64Array.of(0, 250), 250, [], 'America/St_Johns');
    expect(text).to.contain('\n1969-12-31T20:30:00.000-03:30\n1969-12-31T20:30:00.250-03:30\n');
    expect(csvText(Float64Array.of(0), 1, [], 'Asia/Kolkata')).to.contain('1970-01-01T05:30:00.000+05:30');
    expect(csvText(Float64Array.of(0), 1, [], 'Africa/Abidjan')).to.contain('1970-01-01T00:00:00.000+00:00');
  });

  it('has its head without any data', () => {
    expect(csvText(new Float64Array(), 60_000, [])).to.equal('# step: 60 s\ntime\n');
  });

  const cells: Readonly<Record<string, string>> = {
    plain: 'plain',
    'a,b': '"a,b"',
    'a "b"': '"a ""b"""',
    'a\nb': '"a\nb"',
    'a\r': '"a\r"',
    '=1+1': "'=1+1",
    '=HYPERLINK("http://x","y")': '"\'=HYPERLINK(""http://x"",""y"")"',
    '+1-1': "'+1-1",
    '-cmd': "'-cmd",
    '@SUM(A1)': "'@SUM(A1)",
    ' =1': "' =1",
    '\t=1': "'\t=1",
    '-5': '-5',
    '+5.5e3': '+5.5e3',
    '-': "'-",
    '': '',
  };
  for (const [name, cell] of Object.entries(cells)) {
    it(`writes ${JSON.stringify(name)} as ${JSON.stringify(cell)}`, () => expect(csvCell(name)).to.equal(cell));
  }
});
