import type { EndpointParameters } from '../simulator/parameters.js';
import type { Instant } from '../simulator/probe.js';
import { clusterFamilies } from './cluster.js';
import { containerFamilies, NAMESPACE } from './containers.js';
import type { Family, LabelPair } from './family.js';
import { gpuFamilies } from './gpus.js';
import { huggingfaceFamilies } from './huggingface.js';
import { vllmFamilies } from './vllm.js';

export const NAMES = ['huggingface', 'vllm'] as const;
export type Names = (typeof NAMES)[number];

/** One text that a server scrapes. */
export interface Target {
  readonly path: string;
  /** Labels that the scrape adds where the text does not have them, `job` and `instance` among them. */
  readonly labels: readonly LabelPair[];
  readonly families: readonly Family[];
}

/**
 * What there is to scrape at a moment: one text for the whole endpoint under the reference route's names; under vLLM's,
 * one a replica that serves, as service discovery finds its pod, and those of the exporters of container, cluster and
 * GPU, whose own `pod` and `namespace` stand (`honor_labels`).
 */
export function targetsAt(instant: Instant, names: Names, parameters: EndpointParameters): readonly Target[] {
  const exporter = (job: string, families: readonly Family[]): Target => ({
    path: `/${job}/metrics`,
    labels: [
      ['job', job],
      ['instance', job],
    ],
    families,
  });
  if (names === 'huggingface') {
    const labels: readonly LabelPair[] = [
      ['job', 'endpoint'],
      ['instance', 'llm-chat-production'],
    ];
    return [{ path: '/metrics', labels, families: huggingfaceFamilies(instant, parameters) }];
  }
  const pods = instant.replicas
    .filter(({ serves }) => serves)
    .map((replica): Target => ({
      path: `/replica/${replica.name}/metrics`,
      labels: [
        ['job', 'vllm'],
        ['instance', replica.name],
        ['namespace', NAMESPACE],
        ['pod', replica.name],
      ],
      families: vllmFamilies(replica, parameters),
    }));
  return [
    ...pods,
    exporter('cadvisor', containerFamilies(instant)),
    exporter('kube-state-metrics', clusterFamilies(instant, parameters)),
    exporter('dcgm-exporter', gpuFamilies(instant)),
  ];
}
