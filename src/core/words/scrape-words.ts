import { quoted } from './words.js';

/** What is said about servers whose metrics are read directly; loaded with the first reading. */
export const SCRAPE_WORDS = {
  noTargets: 'The OpenMetrics source has no address; give url, such as /metrics, or targets',
  badUrl: (url: string) => `${quoted(url)} is no address of metrics; write a path or http(s)://…`,
  unreachable: (at: string) =>
    `The metrics at ${at} are unreachable, redirected (a login?), or not allowed by CORS or by this page's own policy: ` +
    `a page cannot tell which. Open the address in a tab: if text comes there, allow this page's origin on the server, ` +
    `and the server in the page's connect-src, or serve it under the page's own`,
  redirected: (at: string) => `The metrics at ${at} redirect, perhaps to a login, which is not followed; sign in first`,
  unauthorized: (at: string) =>
    `The metrics at ${at} answered 401; sign in, or give headers with a token that is still valid`,
  status: (at: string, status: number) => `The metrics at ${at} answered ${status}; look at the address and the server`,
  notMetrics: (at: string) =>
    `At ${at} came something else than metrics (a login page?); look at the address and the session`,
  timedOut: (at: string, span: string) => `The metrics at ${at} did not come within ${span}; give a longer timeout`,
  targetsLate: (span: string) => `The list of servers did not come within ${span}; look at the function targets`,
  unreadable: (at: string, why: string) => `The metrics at ${at} cannot be read. ${why}`,
  cut: (at: string, why: string) => `The metrics at ${at} were cut: ${why}`,
  dropped: (at: string, count: number, text: string) =>
    `${count} lines of the metrics at ${at} cannot be read and are left out, ${quoted(text)} first.`,
  summary: (name: string) =>
    `${quoted(name)} is a summary: its percentiles cannot be joined, so the highest of each step is shown.`,
  noMetric: (metric: string) => `The metrics have no ${quoted(metric)} by this profile; join a profile that has it`,
  noShape: (metric: string, shape: string) => `${quoted(metric)} cannot be read as ${quoted(shape)}; ask for series`,
} as const;
