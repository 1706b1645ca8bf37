/** Some samples on the server. */
export interface Samples {
  /** The name of the metric there; several where it was renamed, the newest first. */
  readonly name: string | readonly string[];
  /** Further matchers: `container!=""`; of regular expressions what can be matched in linear time. */
  readonly where?: string;
  /** Labels of the reader's selector that these samples have; all of them where this is absent. */
  readonly only?: readonly string[];
}

export type Joined = 'sum' | 'avg' | 'max' | 'min' | 'count';

interface Measured extends Samples {
  /** Labels of the contract to labels of the server; `null` where it does not keep them apart. */
  readonly labels?: Readonly<Record<string, string | null>>;
  /** Values are multiplied by it: 0.001 makes seconds of ms. */
  readonly factor?: number;
}

interface Definition extends Measured {
  /** How the series of one replica are joined; `sum` by default. */
  readonly within?: Joined;
  /** How replicas are joined; as `within` by default. */
  readonly across?: Joined;
  /** Labels that the answer gets: `{ direction: 'input' }`. */
  readonly set?: Readonly<Record<string, string>>;
  /** Name of the series in the answer, `limit` say. Such a one is never split by replica. */
  readonly series?: string;
}

/** Counts up, and from 0 again after a restart. The value of a step is how many were counted in it. */
export interface Counter extends Definition {
  readonly type: 'counter';
  /** The value is the rate per second, not the count. */
  readonly perSecond?: boolean;
  /** The value is the share of this gauge. */
  readonly dividedBy?: Samples;
  /** The value is how much was counted for each that this counter counted: the mean size of a batch, say. */
  readonly per?: Samples;
  /** Replicas that counted no more than this are left out: with `across: 'count'`, how many counted something. */
  readonly above?: number;
}

/** Goes up and down. The value of a step is its mean over the scrapes in it. */
export interface Gauge extends Definition {
  readonly type: 'gauge';
  /** Further gauges that are added to it. */
  readonly plus?: readonly Samples[];
  readonly dividedBy?: Samples;
  /** The highest of the step in place of the mean. */
  readonly highest?: boolean;
  /** A series `max` beside it: the highest at one time in the step. */
  readonly peak?: boolean;
}

/** Has `_bucket` series with `le`; `name` is written without `_bucket`. */
export interface Histogram extends Measured {
  readonly type: 'histogram';
}

/** Has percentiles already, by the label `quantile`. */
export interface Summary extends Measured {
  readonly type: 'summary';
}

/** A line at one value, beside others of the metric: a limit. */
export interface Constant {
  readonly type: 'constant';
  readonly value: number;
  readonly series: string;
}

/**
 * An expression, in which `$selector` stands for matchers, `$by` for labels to keep, `$window` for the width of a step
 * and `$rate` for the same with at least four scrapes in it.
 */
export interface Expression {
  readonly type: 'expression';
  readonly query: string;
  /** Metrics of the server that it is made of; by them it is found out whether it is there. */
  readonly name?: string | readonly string[];
  readonly labels?: Readonly<Record<string, string | null>>;
  readonly set?: Readonly<Record<string, string>>;
  readonly series?: string;
}

/** One state of a replica: it is in the first one whose samples are above 0. */
export interface State extends Samples {
  readonly state: string;
}

/** The states that a replica goes through, for `replica-states`. */
export interface States {
  readonly type: 'states';
  readonly states: readonly State[];
}

export type SeriesPart = Counter | Gauge | Histogram | Summary | Constant | Expression;
export type Part = SeriesPart | States;

export const GUESSED_METRICS = ['memory', 'gpu', 'gpu-memory'] as const;
export type GuessedMetric = (typeof GUESSED_METRICS)[number];

/** Where the metrics of the contract stand on a server: data, no code. */
export interface Profile {
  /** Of a profile in JSON: `ie-charts/profile.schema.json`. */
  readonly $schema?: string;
  readonly name: string;
  /**
   * Labels of the contract to labels of the server. Of several for `replica` the first is taken that the server has.
   */
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
  /** Of these metrics the server publishes no names: read directly, their gauges are found by the `# TYPE` lines. */
  readonly guess?: readonly GuessedMetric[];
  /** Metrics of the contract, or of one's own, to what they are made of. */
  readonly metrics: Readonly<Record<string, Part | readonly Part[]>>;
}

export const partsOf = (profile: Profile, metric: string): readonly Part[] => {
  const parts = Object.hasOwn(profile.metrics, metric) ? profile.metrics[metric] : undefined;
  return parts === undefined ? [] : isList(parts) ? parts : [parts];
};

const isList = (parts: Part | readonly Part[]): parts is readonly Part[] => Array.isArray(parts);

export const namesOf = ({ name = [] }: Partial<Samples>): readonly string[] =>
  typeof name === 'string' ? [name] : name;
