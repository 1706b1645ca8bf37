import { quoted } from './words.js';

/** The words of charts that not every page has, loaded with them. */
export const CHART_WORDS = {
  pendingHeading: 'Pending Requests',
  pending: 'pending requests',
  pendingOfAll: 'pending requests (all replicas)',
  pendingHelp:
    'Requests without a status yet, waiting or in work, on all replicas. Above the dashed line the endpoint scales up.',
  threshold: (perReplica: string) => `Scale-up threshold (${perReplica} a replica)`,
  badThreshold: (text: string, example: number) =>
    `${quoted(text)} is no threshold; write a number such as ${example}, or off`,

  replicasHeading: 'Replicas Status',
  running: 'running',
  maximum: 'Current max replicas',
  advanced: 'Advanced',
  lanes: 'Replicas, one lane each',
  noView: (text: string) => `${quoted(text)} is no view; write bars or timeline`,

  cpuHeading: 'CPU Usage',
  memoryHeading: 'Memory Usage',
  gpuHeading: 'GPU Usage',
  gpuMemoryHeading: 'GPU Memory Usage',
  average: 'Average (running replicas)',
  averageOfAll: 'Average (all replicas)',
  peak: 'Highest in a step',
  limit: 'Limit',
  memoryLimit: 'Maximum available memory',
  noHardware: (text: string) => `${quoted(text)} is no hardware; write cpu, memory, gpu or gpu-memory`,
  scaleUp: 'Scale-up threshold',
  noStates: 'The source does not tell which replicas were running.',
} as const;
