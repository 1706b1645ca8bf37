import type { Need } from './need.js';

/** The lanes of all replicas, whichever are shown. */
export const replicaStates: Need = {
  metric: 'replica-states',
  shape: 'intervals',
  by: ['replica'],
  step: 'bar',
  everyReplica: true,
};
