/** What the modelled endpoint is like: a model of some 8 billion parameters on a card of 24 GB. */
export const PARAMETERS = {
  /** The autoscaler goes from none to this many, at most 8. */
  maxReplicas: 6,
  /** Requests that a replica decodes at one time, and that wait before it; one more is answered 429. */
  slots: 4,
  queueLimit: 3,
  /** Prompts of more tokens are answered 400. */
  contextLimit: 7168,
  /** Tokens of a prompt read in a ms. */
  prefillSpeed: 6,
  /** ms from one token to the next for a request alone, and more for each further one in the batch. */
  tokenTime: 18,
  tokenTimeGrowth: 1.5,
  /** Tokens of prompts and answers that fit into GPU memory beside the weights; more, and the replica dies. */
  kvCapacity: 17_500,
  /** Share of the CPU of an idle server; more while it reads a prompt; ms of the whole CPU for each token written. */
  idleCpu: 0.04,
  prefillCpu: 0.3,
  tokenCpu: 0.8,
  /** Pending requests a replica, over 20 s, above which the autoscaler adds replicas. */
  pendingPerReplica: 1.5,
  /** ms without requests after which it scales to zero, and ms that it waits after going down. */
  idleTimeout: 3_600_000,
  stabilization: 300_000,
  /** Share of the recorded requests that arrive at the busiest hour. */
  peakShare: 0.25,
};

export type EndpointParameters = Readonly<typeof PARAMETERS>;
