import { quoted } from './words.js';

/** One line of text from a server, short enough to stand in a sentence. */
const said = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};
const answered = (at: string, status: number, text: string): string =>
  `Prometheus at ${at} answered ${status}${text ? `: "${said(text)}"` : ''}`;

/**
 * What is said about a Prometheus server: what was asked, what came, what to do. These words belong to the table of
 * all, and stand apart because they are loaded with the first query.
 */
export const PROMETHEUS_WORDS = {
  noUrl: 'The Prometheus source has no address; give url, such as /prometheus or https://prometheus.example.org',
  badUrl: (url: string) => `${quoted(url)} is no address of a Prometheus; write a path or http(s)://…`,
  userInUrl: 'The address of Prometheus has a user in it, which browsers refuse; give headers instead',

  unreachable: (at: string) =>
    `Prometheus at ${at} is unreachable, redirected (a login?), or not allowed by CORS or by this page's own policy: ` +
    `a page cannot tell which. Open ${at === '/' ? '' : at}/api/v1/query?query=1 in a tab: if numbers come there, allow ` +
    `this page's origin on the server, and the server in the page's connect-src, or serve it under the page's own; ` +
    `if a login comes, sign in; if nothing comes, the server is down`,
  redirected: (at: string) =>
    `Prometheus at ${at} redirects, perhaps to a login, which is not followed; sign in, or give the address that answers itself`,
  cutOff: (at: string) => `The answer of Prometheus at ${at} broke off; try again, or ask for less`,
  timedOut: (at: string, span: string) =>
    `Prometheus at ${at} did not answer within ${span}; ask for a shorter range, or give a longer timeout`,
  html: (at: string) =>
    `Prometheus at ${at} answered an HTML page where JSON was expected (a login page?); look at the address and the session`,
  notJson: (at: string) =>
    `Prometheus at ${at} answered what is not JSON, or only half of it; look at the address and at what stands between`,
  otherJson: (at: string, what: string) =>
    `Prometheus at ${at} answered JSON that is no answer of Prometheus: ${what}; look at the address`,
  unauthorized: (at: string) => `${answered(at, 401, '')}; sign in, or give headers with a token that is still valid`,
  forbidden: (at: string, text: string) => `${answered(at, 403, text)}; ask for the right to query this server`,
  notFound: (at: string) => `${answered(at, 404, '')}; give the address that /api/v1/query_range stands below`,
  badQuery: (at: string, status: number, text: string, query: string) =>
    `${answered(at, status, text)}; look at the query ${quoted(query)}`,
  tooManyPoints: (at: string, status: number, text: string) =>
    `${answered(at, status, text)}; ask for a longer step or a shorter range`,
  tooMuch: (at: string, status: number, text: string) =>
    `${answered(at, status, text)}; ask for a shorter range, or narrow the selector`,
  busy: (at: string, status: number, text: string) =>
    `${answered(at, status, text)}; it has too much to do: wait, or refresh less often`,
  unavailable: (at: string, status: number, text: string) =>
    `${answered(at, status, text)}; it is starting, overloaded or down: try again in a moment`,
  otherStatus: (at: string, status: number, text: string) => `${answered(at, status, text)}; try again`,

  says: (text: string) => `Prometheus says: ${said(text)}`,
  partMissing: (part: string, why: string) => `${quoted(part)} is missing. ${why}`,
  infinite: (metric: string) => `${quoted(metric)} has infinite values, which are left out.`,
  twice: (metric: string) => `Series of ${quoted(metric)} came twice; the first of each is shown.`,
  offGrid: (metric: string) => `Values of ${quoted(metric)} came at other times than asked; each is shown in its step.`,
  tooManySeries: (metric: string, count: number, shown: number) =>
    `${count} series of ${quoted(metric)} came, of which ${shown} are shown; narrow the selector, or ask for fewer labels.`,
  summary: (name: string) =>
    `${quoted(name)} is a summary: its percentiles cannot be joined, so the highest of each step's replicas and scrapes is shown.`,
  notByReplica: (metric: string) =>
    `${quoted(metric)} is not kept by replica on this server: it is shown for all of them.`,
  coarser: (step: string) => `The range is too long for the asked step on this server; steps of ${step} are shown.`,

  noMetric: (metric: string, profiles: string) =>
    `The profile ${quoted(profiles)} has no metric ${quoted(metric)}; join a profile that has it`,
  leftOut: (metric: string, only: string) =>
    `The source answers only ${quoted(only)}, as its metrics say; name ${quoted(metric)} there, too`,
  noShape: (metric: string, shape: string) =>
    `Prometheus cannot give ${quoted(metric)} as ${quoted(shape)} by this profile; ask for it as series`,
  badLabel: (label: string) => `${quoted(label)} is no label of Prometheus; write letters, digits and _`,
  badSelector: (text: string, at: string) =>
    `${quoted(text)} is no selector: it cannot be read from ${quoted(at)} on; write label="value" with commas between`,
  badPattern: (pattern: string, at: string) =>
    `${quoted(pattern)} cannot be used from ${at ? quoted(at) : 'its end'} on: of regular expressions literals, . [classes] ` +
    `(groups) | * + and ? are read, up to 1,000 characters`,
  noProfile: (name: string, known: string) =>
    `There is no profile ${quoted(name)}; write ${known}, or give it in profiles`,
  noProfiles: (known: string) => `The source has no profile; write ${known}, or give one of your own`,
  badProfile: (name: string, what: string) => `The profile ${quoted(name)} cannot be used: ${what}`,
  badPart: (part: string, wanted: string) => `${part} is not ${wanted}`,
  unknownPart: (part: string, known: string) => `${part} is not known; known are ${known}`,
} as const;

/** What a part of a profile has to be. */
export const PROFILE_WANTED = {
  text: 'a text',
  number: 'a number',
  truth: 'true or false',
  label: 'a name of a label',
  joined: 'sum, avg, max, min or count',
  list: 'a list with something in it',
  object: 'an object',
  oneOf: (names: readonly string[]) => `one of ${names.join(', ')}`,
} as const;
