import { expect } from '@open-wc/testing';
import { axisLabels, formatCount, formatValue, valueParts } from '../../src/core/index.js';

const values = (unit: string, list: readonly number[]) =>
  list.map((value) => formatValue(value, unit, { locale: 'en' }));

describe('a value', () => {
  it('is written in three digits and its own unit', () => {
    expect(values('seconds', [0, 1e-9, 0.00085, 0.0123, 0.85, 1.5, 90])).to.deep.equal([
      '0 s',
      '0.001 µs',
      '850 µs',
      '12.3 ms',
      '850 ms',
      '1.5 s',
      '90 s',
    ]);
    expect(values('bytes', [0, 512, 1536, 24 * 1024 ** 3])).to.deep.equal(['0 B', '512 B', '1.5 KiB', '24 GiB']);
    expect(values('bytes', [1024 ** 2, 1024 ** 3, 1024 ** 4])).to.deep.equal(['1 MiB', '1 GiB', '1 TiB']);
    expect(values('ratio', [0, 0.004, 0.37, 1.2])).to.deep.equal(['0 %', '0.4 %', '37 %', '120 %']);
    expect(values('requests', [0.25, 999, 1200, -3400, 1e15])).to.deep.equal([
      '0.25',
      '999',
      '1.2 k',
      '-3.4 k',
      '1,000 T',
    ]);
    expect(values('watts', [300, 1200])).to.deep.equal(['300 watts', '1.2 k watts']);
  });

  it('moves to the next unit when it rounds up to it', () => {
    expect(values('seconds', [0.9996])).to.deep.equal(['1 s']);
    expect(values('requests', [999.6])).to.deep.equal(['1 k']);
  });

  it('is a dash where it is missing', () => {
    expect(formatValue(NaN, 'seconds')).to.equal('–');
    expect(formatCount(NaN)).to.equal('–');
    expect(valueParts(NaN, 'bytes')).to.deep.equal({ text: '–', unit: '' });
  });

  it('shares scale and digits with the one that it stands beside', () => {
    const parts = [0.0123, 1.5].map((value) => valueParts(value, 'seconds', { locale: 'en', precisionOf: 1.5 }));
    expect(parts).to.deep.equal([
      { text: '0.01', unit: 's' },
      { text: '1.5', unit: 's' },
    ]);
  });

  it('follows the locale', () => {
    expect(formatValue(1.5, 'seconds', { locale: 'de' })).to.equal('1,5 s');
    expect(formatCount(9593, 'en')).to.equal('9,593');
    expect(formatCount(0.256, 'en')).to.equal('0.26');
    expect(formatCount(9593.4, 'de')).to.equal('9.593');
  });

  it('falls back to the locale of the browser for a tag that is none', () => {
    expect(formatCount(1, 'en-US@posix')).to.equal(formatCount(1));
    expect(formatCount(1, 'en-US@posix')).to.equal(formatCount(1, 'en-US@posix'));
  });
});

describe('labels of a value axis', () => {
  const labels = (unit: string, ticks: readonly number[]) => {
    const axis = axisLabels(ticks, unit, 'en');
    return `${axis.labels.join(' ')} | ${axis.unitLabel}`;
  };

  it('have one precision, and their unit once', () => {
    expect(labels('seconds', [0, 0.2, 0.4, 0.6])).to.equal('0 200 400 600 | ms');
    expect(labels('seconds', [0, 0.5, 1, 1.5])).to.equal('0.0 0.5 1.0 1.5 | s');
    expect(labels('ratio', [0, 0.25, 0.5])).to.equal('0 25 50 | %');
    expect(labels('bytes', [0, 8 * 1024 ** 3, 16 * 1024 ** 3])).to.equal('0 8 16 | GiB');
    expect(labels('watts', [0, 100])).to.equal('0 100 | watts');
  });

  it('count in full up to 9,999 and in thousands from there', () => {
    expect(labels('requests', [0, 500, 1000])).to.equal('0 500 1,000 | requests');
    expect(labels('requests', [0, 5000, 10_000])).to.equal('0 5 10 | k requests');
    expect(labels('requests', [0, 2500, 5000, 10_000])).to.equal('0.0 2.5 5.0 10.0 | k requests');
  });

  it('are none for no ticks', () => {
    expect(labels('seconds', [])).to.equal(' | s');
  });

  it('stay finite where the values are no decimals', () => {
    expect(axisLabels([0, 1 / 3], '', 'en').labels[1]).to.equal('0.333333');
  });
});
