import { PROMETHEUS_WORDS } from '../../core/index.js';

/** Where a server is asked. */
export interface Address {
  /** Without `/api/v1`, query and slash at the end. */
  readonly base: string;
  /** The same as messages may say it. */
  readonly at: string;
  /** Parameters that stood in the address, as they stood there. */
  readonly parameters: string;
}

/** Reads a path or an address of http(s). Throws a RangeError in words. */
export function parseAddress(url: string): Address {
  const [before = '', query = ''] = url
    .trim()
    .replace(/#.*$/s, '')
    .split(/\?(.*)/s);
  if (!before) throw new RangeError(PROMETHEUS_WORDS.noUrl);
  const [, scheme, authority = ''] = /^([a-z][a-z0-9+.-]*:)?(?:\/\/([^/]*))?/i.exec(before) ?? [];
  if (authority.includes('@')) throw new RangeError(PROMETHEUS_WORDS.userInUrl);
  if (scheme && !/^https?:$/i.test(scheme)) throw new RangeError(PROMETHEUS_WORDS.badUrl(before));
  const base = before.replace(/\/+$/, '').replace(/\/api\/v1(?:\/query(?:_range)?)?$/, '');
  return { base, at: base || '/', parameters: query };
}
