/** What `ie-charts/core` holds for those who write a source, or use the data without an element. */

// The contract.
export type { FrameRequest, Shape } from './request.js';
export type {
  QueryContext,
  ReplicaDescription,
  Row,
  RowObject,
  SimpleAnswer,
  Source,
  SourceDescription,
  SourceFunction,
} from './source.js';
export type {
  EventsFrame,
  Frame,
  HistogramFrame,
  Interval,
  IntervalsFrame,
  Labels,
  Lane,
  Series,
  SeriesFrame,
  TimelineEvent,
} from './frame/frame.js';
export type { Unit } from './format/unit.js';
export type { Annotation, AnnotationInput, AnnotationSource, AnnotationTime } from './annotation.js';
export { METRICS, type Metric } from './metrics.js';
export { FrameError, NoMetricError } from './frame/frame-error.js';
export { checkFrame } from './frame/check-frame.js';

// Time.
export type { TimeRange } from './time/range.js';
export { DAY, formatDuration, HOUR, MINUTE, parseDuration, SECOND } from './time/duration.js';
export { parseMoment } from './time/moment.js';
export { absoluteRange, parseRange, type RangeSpec, rangeText, resolveRange } from './time/range-text.js';
export { alignDown, alignRange, alignUp, stepFor, STEPS } from './time/steps.js';
export { localZone, nextChange, zoneOffset } from './time/zone.js';

// Frames and what is read from them.
export { averageRunning } from './average-running.js';
export { mergeFrames } from './frame/frame-merge.js';
export { sliceFrame } from './frame/frame-slice.js';
export { type Buckets, mergeBuckets, quantileOfBuckets } from './quantiles.js';
export { medianTimeToReady, type ReplicaStart, replicaStarts } from './replica-life.js';
export { classOf, RESPONSE_CLASSES, type ResponseClass } from './response-class.js';

// Words.
export { formatIso } from './format/format-iso.js';
export { formatRange } from './format/format-range.js';
export { formatAge, formatSpan, formatTime } from './format/format-time.js';
export { formatCount, formatValue, type ValueOptions } from './format/format-value.js';
export { type CsvColumn, csvText } from './format/csv.js';

// The text that servers print.
export {
  METRICS_ACCEPT,
  metricsFormat,
  MetricsParseError,
  MetricsParser,
  parseOpenMetrics,
  type Exemplar,
  type Exposition,
  type Forgiven,
  type MetricFamily,
  type MetricsFormat,
  type MetricsLimits,
  type MetricsMode,
  type MetricsRule,
  type MetricType,
  type ParseOptions,
  type SampleColumns,
} from './openmetrics/index.js';
