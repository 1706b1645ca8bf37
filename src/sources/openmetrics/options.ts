import type { MetricsLimits, MetricsMode } from '../../core/index.js';
import type { HeadersOption } from '../headers.js';
import type { Profile } from '../profiles/profile.js';

/** A server that prints metrics. */
export interface Target {
  readonly url: string;
  /** The replica that it is, where its metrics do not say so. */
  readonly replica?: string;
}

export interface OpenMetricsOptions {
  /** Where the metrics are: `/metrics`, `https://llm.example.org/metrics`. */
  readonly url?: string;
  /** Several servers; a function is asked for those of now before each reading. */
  readonly targets?: readonly (string | Target)[] | (() => Targets | Promise<Targets>);
  /** Which profiles tell the names of metrics: `vllm`, or profiles themselves. The first that has a metric counts. */
  readonly profile?: string | Profile | readonly (string | Profile)[];
  /** Profiles of one's own that `profile` may name; without `profile` all of these. */
  readonly profiles?: readonly Profile[];
  /** Answers only these metrics; others are left to another source. */
  readonly metrics?: readonly string[];
  /** Values, or a function that is called at each reading, and asked again once after a 401. */
  readonly headers?: HeadersOption;
  /** As of `fetch`; `same-origin` by default. */
  readonly credentials?: RequestCredentials;
  readonly fetch?: typeof fetch;
  /** How texts are read; leniently by default, since few servers keep to the letter. */
  readonly mode?: MetricsMode;
  readonly limits?: Partial<MetricsLimits>;
  /** How long a reading may take: `10s`, or ms; 10 s by default. */
  readonly timeout?: string | number;
  /** How far back samples are kept at least: `6h`, or ms; a day by default. Up to an eighth more may be kept. */
  readonly retention?: string | number;
  /**
   * How many samples are kept at most, of all servers and series together; each series counts as three hundred more. 16 million
   * by default: samples take one to eight bytes each, those of a usual server three. Where there are more, the oldest go;
   * the last two readings stay in any case.
   */
  readonly samples?: number;
  /** This machine's clock, ms since the epoch. */
  readonly now?: () => number;
}

type Targets = readonly (string | Target)[];
