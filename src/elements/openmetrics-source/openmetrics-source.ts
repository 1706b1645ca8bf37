import { property } from 'lit/decorators.js';
import type { Source } from '../../core/index.js';
import { openMetricsSource, type OpenMetricsOptions, type Profile } from '../../sources/index.js';
import { isOther, namesIn, SourceElement } from '../base/source-element.js';

/**
 * Servers that print their metrics, read directly, as a source of the time frame around it: history begins when the page
 * opens, and grows with each refresh. Tokens come from the property `headers` alone, never from markup.
 *
 * @tagname ie-openmetrics-source
 */
export class OpenMetricsSource extends SourceElement {
  /** Where the metrics are: `/metrics`, `https://llm.example.org/metrics`. Several are separated by spaces. */
  @property() url: string | null = '';

  /** Names of profiles, separated by spaces: `huggingface`, `vllm`, or one of `profiles`. */
  @property() profile: string | null = '';

  /** Answers only these metrics, separated by spaces; as a property also an array. */
  @property() metrics: string | readonly string[] | null = '';

  /** How far back samples are kept, `6h`; a day by default. */
  @property() retention: string | number | null = '';

  /** How long a reading may take, `10s`. */
  @property() timeout: string | number | null = '';

  /** Servers in place of `url`: a list, or a function that gives those of now. */
  @property({ attribute: false, hasChanged: isOther }) targets: OpenMetricsOptions['targets'] | null = null;

  /** Headers of each reading: an object, or a function that is asked at each one and again once after a 401. */
  @property({ attribute: false, hasChanged: isOther }) headers: OpenMetricsOptions['headers'] | null = null;

  /** As of `fetch`; `same-origin` by default. */
  @property({ attribute: false }) credentials: RequestCredentials | null = null;

  /** Profiles of the page's own, which `profile` may name. */
  @property({ attribute: false, hasChanged: isOther }) profiles: readonly Profile[] | null = null;

  /** How long a text may be, at most: `{ bytes, series, lineBytes }`. */
  @property({ attribute: false, hasChanged: isOther }) limits: OpenMetricsOptions['limits'] | null = null;

  /** In place of the browser's. */
  @property({ attribute: false }) fetch: typeof fetch | null = null;

  protected override makeSource(): Source | null {
    const { profile, retention, timeout, headers, credentials, profiles, limits, fetch } = this;
    const targets = this.targets ?? namesIn(this.url);
    if (targets.length === 0 && typeof targets !== 'function') return null;
    const metrics = namesIn(this.metrics);
    return openMetricsSource({
      targets,
      ...(profile && { profile }),
      ...(metrics.length > 0 && { metrics }),
      ...(retention && { retention }),
      ...(timeout && { timeout }),
      ...(headers && { headers }),
      ...(credentials && { credentials }),
      ...(profiles && { profiles }),
      ...(limits && { limits }),
      ...(fetch && { fetch }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-openmetrics-source': OpenMetricsSource;
  }
}
