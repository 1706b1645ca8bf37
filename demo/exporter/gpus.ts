import { GPU_BYTES } from '../simulator/memory.js';
import type { Instant, ReplicaInstant } from '../simulator/probe.js';
import { containerLabels } from './containers.js';
import type { Family } from './family.js';
import { single } from './family.js';
import { gpuMemoryOf } from './usage.js';

const MIB = 1_048_576;

/** What NVIDIA's DCGM exporter tells of the cards, with `--kubernetes`: in percent and in MiB, whole numbers. */
export function gpuFamilies({ replicas }: Instant): readonly Family[] {
  const serving = replicas.filter(({ serves }) => serves);
  const used = (replica: ReplicaInstant): number => Math.round(gpuMemoryOf(replica) / MIB);
  const family = (name: string, help: string, value: (replica: ReplicaInstant) => number): Family => ({
    name: `DCGM_FI_DEV_${name}`,
    type: 'gauge',
    help,
    metrics: serving.map((replica) =>
      single(value(replica), [
        ['gpu', '0'],
        ['UUID', `GPU-${replica.name}`],
        ['modelName', 'NVIDIA L4'],
        ['hostname', `node-${replica.name}`],
        ...containerLabels(replica),
      ]),
    ),
  });
  return [
    family('GPU_UTIL', 'GPU utilization (in %).', ({ gpu }) => Math.round(100 * gpu)),
    family('FB_USED', 'Framebuffer memory used (in MiB).', used),
    family('FB_FREE', 'Framebuffer memory free (in MiB).', (replica) => Math.round(GPU_BYTES / MIB) - used(replica)),
    family('FB_RESERVED', 'Framebuffer memory reserved (in MiB).', () => 0),
  ];
}
