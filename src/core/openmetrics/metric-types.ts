const METRIC_TYPES = [
  'unknown',
  'gauge',
  'counter',
  'stateset',
  'info',
  'histogram',
  'gaugehistogram',
  'summary',
] as const;

export type MetricType = (typeof METRIC_TYPES)[number];

export const isMetricType = (text: string): text is MetricType => METRIC_TYPES.some((type) => type === text);

/** What a sample is within the point of its metric. */
export const ROLE = {
  value: 0,
  total: 1,
  /** A total that lacks its suffix, which only a lenient reading takes. */
  bareTotal: 2,
  created: 3,
  count: 4,
  sum: 5,
  bucket: 6,
  info: 7,
  state: 8,
  quantile: 9,
} as const;

export type Role = (typeof ROLE)[keyof typeof ROLE];

const distribution = [
  ['_count', ROLE.count],
  ['_sum', ROLE.sum],
  ['_created', ROLE.created],
] as const;

/** The suffixes of the names of a family's samples, by its type. */
export const SUFFIXES: Readonly<Record<MetricType, ReadonlyMap<string, Role>>> = {
  unknown: new Map([['', ROLE.value]]),
  gauge: new Map([['', ROLE.value]]),
  counter: new Map([
    ['_total', ROLE.total],
    ['_created', ROLE.created],
  ]),
  stateset: new Map([['', ROLE.state]]),
  info: new Map([['_info', ROLE.info]]),
  histogram: new Map<string, Role>([['_bucket', ROLE.bucket], ...distribution]),
  gaugehistogram: new Map<string, Role>([
    ['_bucket', ROLE.bucket],
    ['_gcount', ROLE.count],
    ['_gsum', ROLE.sum],
  ]),
  summary: new Map<string, Role>([['', ROLE.quantile], ...distribution]),
};

/** The label that belongs to a sample and not to its metric, and the role of the samples that have it. */
export interface SpecialLabel {
  readonly name: string;
  readonly role: Role;
}

export function specialLabel(type: MetricType, family: string): SpecialLabel | null {
  switch (type) {
    case 'histogram':
    case 'gaugehistogram':
      return { name: 'le', role: ROLE.bucket };
    case 'summary':
      return { name: 'quantile', role: ROLE.quantile };
    case 'stateset':
      return { name: family, role: ROLE.state };
    case 'unknown':
    case 'gauge':
    case 'counter':
    case 'info':
      return null;
  }
}
