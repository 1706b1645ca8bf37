import { property } from 'lit/decorators.js';
import type { Source } from '../../core/index.js';
import { prometheusSource, type PrometheusOptions, type Profile } from '../../sources/index.js';
import { isOther, namesIn, SourceElement } from '../base/source-element.js';

/**
 * A Prometheus, or what answers like one, as a source of the time frame around it. Several sources in one time frame are
 * joined: each answers the metrics that it has. Tokens come from the property `headers` alone, never from markup.
 *
 * @tagname ie-prometheus-source
 */
export class PrometheusSource extends SourceElement {
  /** Where `/api/v1/query` stands below: `/prometheus`, `https://prometheus.example.org`. */
  @property() url: string | null = '';

  /** Names of profiles, separated by spaces: `vllm kubernetes dcgm`, `huggingface`, or one of `profiles`. */
  @property() profile: string | null = '';

  /** Matchers that choose the endpoint, `namespace="a",pod=~"llm-.*"`; as a property also an object by profile. */
  @property() selector: PrometheusOptions['selector'] | null = '';

  /** Answers only these metrics, separated by spaces; as a property also an array. */
  @property() metrics: string | readonly string[] | null = '';

  /** Between two scrapes, `15s`; found out where it is not given. */
  @property({ attribute: 'scrape-interval' }) scrapeInterval: string | number | null = '';

  /** How long an answer may take, `30s`. */
  @property() timeout: string | number | null = '';

  /** Headers of each request: an object, or a function that is asked at each request and again once after a 401. */
  @property({ attribute: false, hasChanged: isOther }) headers: PrometheusOptions['headers'] | null = null;

  /** As of `fetch`; `same-origin` by default. */
  @property({ attribute: false }) credentials: RequestCredentials | null = null;

  /** Further parameters of each request. */
  @property({ attribute: false, hasChanged: isOther }) parameters: PrometheusOptions['parameters'] | null = null;

  /** Profiles of the page's own, which `profile` may name. */
  @property({ attribute: false, hasChanged: isOther }) profiles: readonly Profile[] | null = null;

  /** `false` asks query by query also where a refresh could ask all at once. */
  @property({ attribute: false }) join: boolean | null = null;

  /** In place of the browser's. */
  @property({ attribute: false }) fetch: typeof fetch | null = null;

  protected override makeSource(): Source | null {
    const { url, profile, selector, scrapeInterval, timeout, headers, credentials, parameters, profiles } = this;
    const { join, fetch } = this;
    if (!url) return null;
    const metrics = namesIn(this.metrics);
    return prometheusSource({
      url,
      ...(profile && { profile }),
      ...(selector && { selector }),
      ...(metrics.length > 0 && { metrics }),
      ...(scrapeInterval && { scrapeInterval }),
      ...(timeout && { timeout }),
      ...(headers && { headers }),
      ...(credentials && { credentials }),
      ...(parameters && { parameters }),
      ...(profiles && { profiles }),
      ...(join === false && { join }),
      ...(fetch && { fetch }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-prometheus-source': PrometheusSource;
  }
}
