/**
 * What is loaded with the first wish for it: one loading for all wishes, which stays. Where it fails the wishes get
 * `null`, the console tells it once, and the next wish tries again.
 */
export function loadLate<T>(load: () => Promise<T>): () => Promise<T | null> {
  let loading: Promise<T | null> | null = null;
  let told = false;
  return () =>
    (loading ??= load().catch((reason: unknown) => {
      loading = null;
      if (!told) console.error(reason);
      told = true;
      return null;
    }));
}
