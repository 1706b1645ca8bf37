import { PROMETHEUS_WORDS } from '../../core/index.js';
import type { Profile } from './profile.js';
import type { PrometheusOptions } from '../prometheus/options.js';

const BUILT_IN: Readonly<Record<string, () => Promise<Profile>>> = {
  huggingface: async () => (await import('./huggingface.js')).huggingface,
  vllm: async () => (await import('./vllm.js')).vllm,
  sglang: async () => (await import('./sglang.js')).sglang,
  tgi: async () => (await import('./tgi.js')).tgi,
  tei: async () => (await import('./tei.js')).tei,
  triton: async () => (await import('./triton.js')).triton,
  llamacpp: async () => (await import('./llamacpp.js')).llamacpp,
  kubernetes: async () => (await import('./kubernetes.js')).kubernetes,
  dcgm: async () => (await import('./dcgm.js')).dcgm,
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The profiles in `given`, checked by a module that is loaded for them. Rejects with an Error in words. */
async function checked(given: readonly unknown[]): Promise<readonly Profile[]> {
  if (given.length === 0) return [];
  const { checkProfile } = await import('./check-profile.js');
  return given.map(checkProfile);
}

/**
 * The profiles that are named, in their order; those of the page's own win over built-in ones of the same name.
 * Rejects with an Error in words.
 */
export async function loadProfiles({
  profile,
  profiles = [],
}: Pick<PrometheusOptions, 'profile' | 'profiles'>): Promise<readonly Profile[]> {
  const wanted: readonly unknown[] = isList(profile) ? profile : profile === undefined ? [] : [profile];
  const named = wanted.flatMap((one) => (isText(one) ? one.split(/[\s,]+/).filter(Boolean) : [one]));
  const [own, handed] = await Promise.all([checked(profiles), checked(named.filter((one) => !isText(one)))]);
  if (named.length === 0) return own;
  const known = knownNames(own);
  const rest = [...handed];
  return Promise.all(
    named.map(async (one) => {
      const name = isText(one) ? one : '';
      const found = isText(one) ? own.find((profile) => profile.name === one) : rest.shift();
      const load = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
      const profile = found ?? (await load?.());
      if (!profile) throw new RangeError(PROMETHEUS_WORDS.noProfile(name, known));
      return profile;
    }),
  );
}

/** For messages. */
export const knownNames = (own: readonly Profile[] = []): string =>
  [...new Set([...Object.keys(BUILT_IN), ...own.map(({ name }) => name)])].join(', ');
