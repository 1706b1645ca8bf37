import type { HeadersOption } from '../headers.js';
import type { Profile } from '../profiles/profile.js';

export interface PrometheusOptions {
  /** Where `/api/v1/query` stands below: `/prometheus`, `https://prometheus.example.org`. */
  readonly url: string;
  /** Which profiles tell the names of metrics: `vllm kubernetes dcgm`, or profiles themselves. The first that has a metric counts. */
  readonly profile?: string | Profile | readonly (string | Profile)[];
  /** Profiles of one's own that `profile` may name; without `profile` all of these. */
  readonly profiles?: readonly Profile[];
  /** Matchers that choose the endpoint, `namespace="a",pod=~"llm-.*"`; or by the name of the profile. */
  readonly selector?: string | Readonly<Record<string, string>>;
  /** Answers only these metrics; others are left to another source. */
  readonly metrics?: readonly string[];
  /** Values, or a function that is called at each request, and asked again once after a 401. */
  readonly headers?: HeadersOption;
  /** As of `fetch`; `same-origin` by default. */
  readonly credentials?: RequestCredentials;
  /** Further parameters of each request. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
  /** Between two scrapes: `15s`, or ms. Found out where it is not given. */
  readonly scrapeInterval?: string | number;
  /** How long an answer may take: `30s`, or ms; 30 s by default. */
  readonly timeout?: string | number;
  /**
   * Whether what a refresh asks goes to the server as one query, as a rule; `true` by default. `false` asks query by
   * query, six at a time.
   */
  readonly join?: boolean;
  /** This machine's clock, ms since the epoch. */
  readonly now?: () => number;
}
