/** Strict: OpenMetrics 1.0 to the letter. Lenient: what servers print. */
export type MetricsMode = 'strict' | 'lenient';

/** What a `Content-Type` says a text is. */
export type MetricsFormat = 'openmetrics' | 'prometheus' | 'unknown' | 'other';
