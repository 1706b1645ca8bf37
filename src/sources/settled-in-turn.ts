/** What comes of each work, in their order; at most so many are under way at one time. */
export async function settledInTurn<T, R>(
  list: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
): Promise<readonly PromiseSettledResult<R>[]> {
  const results: PromiseSettledResult<R>[] = [];
  const left = list.entries();
  const worker = async (): Promise<void> => {
    for (const [place, one] of left) {
      const [result] = await Promise.allSettled([work(one)]);
      results[place] = result;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
