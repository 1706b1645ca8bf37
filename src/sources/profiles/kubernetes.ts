import type { Profile } from './profile.js';

/** Of the selector, an autoscaler has the namespace alone. */
const ONLY_NAMESPACE = ['namespace', 'cluster'];

const BAD_REASONS =
  'reason=~"CrashLoopBackOff|ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName|ImageInspectError"';

/**
 * Replicas, CPU and memory as kube-state-metrics and the kubelet's cAdvisor tell them. Sources: docs/metrics/workload of
 * kubernetes/kube-state-metrics, docs/storage/prometheus.md of google/cadvisor.
 */
export const kubernetes: Profile = {
  name: 'kubernetes',
  labels: { replica: 'pod' },
  metrics: {
    replicas: [
      {
        type: 'gauge',
        name: 'kube_pod_status_ready',
        where: 'condition="true"',
        highest: true,
        series: 'running',
      },
      {
        type: 'gauge',
        name: 'kube_horizontalpodautoscaler_spec_max_replicas',
        only: ONLY_NAMESPACE,
        highest: true,
        series: 'maximum',
      },
      {
        type: 'gauge',
        name: 'kube_horizontalpodautoscaler_spec_min_replicas',
        only: ONLY_NAMESPACE,
        highest: true,
        series: 'minimum',
      },
      {
        type: 'gauge',
        name: 'kube_horizontalpodautoscaler_status_desired_replicas',
        only: ONLY_NAMESPACE,
        highest: true,
        series: 'desired',
      },
    ],
    'replica-states': {
      type: 'states',
      states: [
        { state: 'terminating', name: 'kube_pod_deletion_timestamp' },
        { state: 'evicted', name: 'kube_pod_status_reason', where: 'reason="Evicted"' },
        { state: 'failed', name: 'kube_pod_status_phase', where: 'phase="Failed"' },
        { state: 'failed', name: 'kube_pod_container_status_waiting_reason', where: BAD_REASONS },
        { state: 'running', name: 'kube_pod_status_ready', where: 'condition="true"' },
        { state: 'initializing', name: 'kube_pod_container_status_running' },
        { state: 'downloading', name: 'kube_pod_init_container_status_running' },
        { state: 'pulling', name: 'kube_pod_container_status_waiting_reason', where: 'reason="ContainerCreating"' },
        { state: 'pending', name: 'kube_pod_status_phase', where: 'phase="Pending"' },
      ],
    },
    cpu: [
      {
        type: 'counter',
        name: 'container_cpu_usage_seconds_total',
        where: 'container!="",container!="POD"',
        perSecond: true,
        dividedBy: { name: 'kube_pod_container_resource_limits', where: 'resource="cpu"' },
        across: 'avg',
      },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    memory: [
      {
        type: 'gauge',
        name: 'container_memory_working_set_bytes',
        where: 'container!="",container!="POD"',
        across: 'avg',
      },
      {
        type: 'gauge',
        name: 'kube_pod_container_resource_limits',
        where: 'resource="memory"',
        across: 'max',
        series: 'limit',
      },
    ],
  },
};
