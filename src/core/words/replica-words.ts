/** The words of the list of replicas, loaded with it. */
export const REPLICA_WORDS = {
  panel: 'Replicas that are shown',
  search: 'Search',
  none: 'No replica has this name.',
  found: (count: number) => (count === 1 ? '1 replica' : `${count} replicas`),
  ended: (time: string) => `ended ${time}`,
} as const;
