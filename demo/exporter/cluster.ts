import { MEMORY_BYTES } from '../simulator/memory.js';
import type { EndpointParameters } from '../simulator/parameters.js';
import type { Instant, ReplicaInstant } from '../simulator/probe.js';
import { containerLabels, CORES, NAMESPACE, podLabels } from './containers.js';
import type { Family, LabelPair, Metric } from './family.js';
import { single } from './family.js';

const PHASES = ['Pending', 'Succeeded', 'Failed', 'Unknown', 'Running'];
const DEPLOYMENT: readonly LabelPair[] = [
  ['namespace', NAMESPACE],
  ['deployment', 'llm-chat'],
];
const AUTOSCALER: readonly LabelPair[] = [
  ['namespace', NAMESPACE],
  ['horizontalpodautoscaler', 'llm-chat'],
];

const phaseOf = ({ state }: ReplicaInstant): string =>
  ['pending', 'downloading', 'pulling'].includes(state) ? 'Pending' : 'Running';
/** Why the main container does not run, by the replica's state. */
const WAITING = new Map<string, string>([
  ['downloading', 'PodInitializing'],
  ['pulling', 'ContainerCreating'],
  ['failed', 'CrashLoopBackOff'],
]);
const flag = (yes: boolean): number => Number(yes);

/** What kube-state-metrics tells of the deployment, its autoscaler and its pods. */
export function clusterFamilies(
  { replicas, desired }: Instant,
  { maxReplicas }: EndpointParameters,
): readonly Family[] {
  const pods = replicas.filter(({ state }) => state !== 'none');
  const running = pods.filter(({ state }) => state === 'running');
  const family = (name: string, help: string, metrics: readonly Metric[]): Family => ({
    name: `kube_${name}`,
    type: 'gauge',
    help,
    metrics,
  });
  const eachPod = (name: string, help: string, of: (pod: ReplicaInstant) => readonly Metric[]): Family =>
    family(`pod_${name}`, help, pods.flatMap(of));
  const main = (pod: ReplicaInstant, value: number, ...more: readonly LabelPair[]): Metric =>
    single(value, [...containerLabels(pod), ...more]);
  const loader = (pod: ReplicaInstant): readonly LabelPair[] => [
    ...podLabels(pod),
    ['container', 'storage-initializer'],
  ];
  const conditions = (pod: ReplicaInstant, met: boolean): readonly Metric[] =>
    ['true', 'false', 'unknown'].map((condition) =>
      single(flag(condition === String(met)), [...podLabels(pod), ['condition', condition]]),
    );
  const started = ({ state }: ReplicaInstant): boolean => ['initializing', 'running', 'terminating'].includes(state);
  return [
    family('deployment_spec_replicas', 'Number of desired pods for a deployment.', [single(desired, DEPLOYMENT)]),
    family('deployment_status_replicas', 'The number of replicas per deployment.', [single(pods.length, DEPLOYMENT)]),
    family('deployment_status_replicas_ready', 'The number of ready replicas per deployment.', [
      single(running.length, DEPLOYMENT),
    ]),
    family('deployment_status_replicas_available', 'The number of available replicas per deployment.', [
      single(running.length, DEPLOYMENT),
    ]),
    family('horizontalpodautoscaler_spec_max_replicas', 'Upper limit for the number of pods.', [
      single(maxReplicas, AUTOSCALER),
    ]),
    family('horizontalpodautoscaler_spec_min_replicas', 'Lower limit for the number of pods.', [single(0, AUTOSCALER)]),
    family('horizontalpodautoscaler_status_current_replicas', 'Current number of replicas of pods.', [
      single(pods.length, AUTOSCALER),
    ]),
    family('horizontalpodautoscaler_status_desired_replicas', 'Desired number of replicas of pods.', [
      single(desired, AUTOSCALER),
    ]),
    eachPod('created', 'Unix creation timestamp.', (pod) => [single(Math.floor(pod.createdAt / 1000), podLabels(pod))]),
    eachPod('deletion_timestamp', 'Unix deletion timestamp.', (pod) =>
      pod.state === 'terminating' ? [single(Math.floor(pod.since / 1000), podLabels(pod))] : [],
    ),
    eachPod('status_phase', 'The pods current phase.', (pod) =>
      PHASES.map((phase) => single(flag(phase === phaseOf(pod)), [...podLabels(pod), ['phase', phase]])),
    ),
    eachPod('status_scheduled', 'Describes the status of the scheduling process.', (pod) =>
      conditions(pod, pod.state !== 'pending'),
    ),
    eachPod('status_ready', 'Describes whether the pod is ready to serve requests.', (pod) =>
      conditions(pod, pod.state === 'running'),
    ),
    eachPod('init_container_status_running', 'Describes whether the init container is running.', (pod) => [
      single(flag(pod.state === 'downloading'), loader(pod)),
    ]),
    eachPod('container_status_running', 'Describes whether the container is running.', (pod) => [
      main(pod, flag(started(pod))),
    ]),
    eachPod('container_status_ready', 'Describes whether the containers readiness check succeeded.', (pod) => [
      main(pod, flag(pod.state === 'running')),
    ]),
    eachPod('container_status_waiting_reason', 'Describes the reason the container is waiting.', (pod) => {
      const reason = WAITING.get(pod.state);
      return reason === undefined ? [] : [main(pod, 1, ['reason', reason])];
    }),
    eachPod('container_resource_limits', 'The number of requested limit resource by a container.', (pod) => [
      main(pod, CORES, ['resource', 'cpu'], ['unit', 'core']),
      main(pod, MEMORY_BYTES, ['resource', 'memory'], ['unit', 'byte']),
      main(pod, 1, ['resource', 'nvidia_com_gpu'], ['unit', 'integer']),
    ]),
  ];
}
