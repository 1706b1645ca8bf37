import { expect } from '@open-wc/testing';
import { MetricsParseError, parseOpenMetrics } from '../../../src/core/index.js';

const ruleOf = (text: string): string => {
  try {
    parseOpenMetrics(`${text}\n# EOF\n`);
    return 'accepted';
  } catch (error) {
    if (error instanceof MetricsParseError) return error.rule;
    throw error;
  }
};

describe('values of samples', () => {
  it('are held to what their kind can be', () => {
    const texts: Readonly<Record<string, string>> = {
      '# TYPE a counter\na_total 1': 'accepted',
      '# TYPE a counter\na_total -1': 'counter-value',
      '# TYPE a counter\na_total 1\na_created 5': 'accepted',
      '# TYPE a counter\na_total 1\na_created +Inf': 'created-value',
      '# TYPE a summary\na_count 2\na_sum 1': 'accepted',
      '# TYPE a summary\na_count 2.5\na_sum 1': 'count-value',
      '# TYPE a summary\na_count 2\na_sum -1': 'sum-value',
      '# TYPE a summary\na{quantile="0.5"} -1': 'quantile-value',
      '# TYPE a summary\na{quantile="0.5"} NaN': 'accepted',
      '# TYPE a histogram\na_bucket{le="+Inf"} -2': 'count-value',
      '# TYPE a info\na_info{b="c"} 1': 'accepted',
      '# TYPE a info\na_info{b="c"} 2': 'info-value',
      '# TYPE a stateset\na{a="x"} 1': 'accepted',
      '# TYPE a stateset\na{a="x"} 0': 'accepted',
      '# TYPE a stateset\na{a="x"} 0.5': 'state-value',
    };
    for (const [text, rule] of Object.entries(texts)) expect(ruleOf(text), text).to.equal(rule);
  });

  it('are written as numbers are', () => {
    const numbers: Readonly<Record<string, number | null>> = {
      '1': 1,
      '+1.5': 1.5,
      '-2e3': -2000,
      '.5': 0.5,
      '5.': 5,
      '1E-3': 0.001,
      '12345678901234567890': 12345678901234567890,
      '1e300': 1e300,
      '-1e-300': -1e-300,
      Infinity: Infinity,
      '-inf': -Infinity,
      nan: NaN,
      '-nan': null,
      '.': null,
      '1e': null,
      '1e+': null,
      '1e999': null,
      '0x1': null,
      in: null,
    };
    for (const [text, value] of Object.entries(numbers)) {
      const rule = ruleOf(`a ${text}`);
      if (value === null) expect(rule, text).not.to.equal('accepted');
      else expect(parseOpenMetrics(`a ${text}\n# EOF\n`).samples.values[0], text).to.deep.equal(value);
    }
  });
});
