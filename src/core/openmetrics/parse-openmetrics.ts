import type { Exposition } from './exposition.js';
import type { ParseOptions } from './metrics-parser.js';
import { MetricsParser } from './metrics-parser.js';
import { encodeUtf8 } from './utf8.js';

/**
 * Reads a metrics text: OpenMetrics 1.0, in lenient mode text 0.0.4 too. Strict mode throws a `MetricsParseError` at the
 * first rule that is broken; lenient mode throws nothing and says what it forgave. Source: OpenMetrics 1.0, text format.
 */
export function parseOpenMetrics(text: string | Uint8Array, options: ParseOptions = {}): Exposition {
  const parser = new MetricsParser(options);
  parser.push(typeof text === 'string' ? encodeUtf8(text) : text);
  return parser.finish();
}
