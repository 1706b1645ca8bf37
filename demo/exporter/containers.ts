import { MEMORY_BYTES } from '../simulator/memory.js';
import type { Instant, ReplicaInstant } from '../simulator/probe.js';
import type { Family, LabelPair } from './family.js';
import { single } from './family.js';
import { memoryOf } from './usage.js';

export const NAMESPACE = 'llm';
const CONTAINER = 'vllm';
export const CORES = 8;

/** Labels of a replica's pod. */
export const podLabels = ({ name }: ReplicaInstant): readonly LabelPair[] => [
  ['namespace', NAMESPACE],
  ['pod', name],
];

export const containerLabels = (replica: ReplicaInstant): readonly LabelPair[] => [
  ...podLabels(replica),
  ['container', CONTAINER],
];

/** What the kubelet's cAdvisor tells of the pods: of each container, and of the pod around it without a name. */
export function containerFamilies({ replicas }: Instant): readonly Family[] {
  const serving = replicas.filter(({ serves }) => serves);
  const of = (
    name: string,
    type: 'counter' | 'gauge',
    help: string,
    value: (replica: ReplicaInstant) => number,
  ): Family => ({
    name: `container_${name}`,
    type,
    help,
    metrics: serving.flatMap((replica) => [
      single(value(replica), [...podLabels(replica), ['container', '']]),
      single(value(replica), containerLabels(replica)),
    ]),
  });
  return [
    of('cpu_usage_seconds_total', 'counter', 'Cumulative cpu time consumed in seconds.', (r) => r.cpuSeconds * CORES),
    of('spec_cpu_quota', 'gauge', 'CPU quota of the container.', () => CORES * 100_000),
    of('spec_cpu_period', 'gauge', 'CPU period of the container.', () => 100_000),
    of('memory_working_set_bytes', 'gauge', 'Current working set in bytes.', memoryOf),
    of('spec_memory_limit_bytes', 'gauge', 'Memory limit for the container.', () => MEMORY_BYTES),
  ];
}
