import type { MetricsFormat } from './metrics-mode.js';

/** What to ask a server for: OpenMetrics first, then text 0.0.4, then what it has. */
export const METRICS_ACCEPT =
  'application/openmetrics-text;version=1.0.0;charset=utf-8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1';

/** `other`: no metrics text, HTML or JSON say; `unknown`: plain text, or nothing was said. */
export function metricsFormat(contentType: string | null): MetricsFormat {
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type === 'application/openmetrics-text') return 'openmetrics';
  if (type === 'text/plain') return parameters.some((one) => one.startsWith('version=')) ? 'prometheus' : 'unknown';
  return type === '' || type === 'application/octet-stream' ? 'unknown' : 'other';
}
