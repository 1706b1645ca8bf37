import type { Profile } from './profile.js';

const MEBIBYTE = 1_048_576;

/**
 * GPUs as NVIDIA's DCGM exporter tells them. Source: etc/default-counters.csv of NVIDIA/dcgm-exporter. Where the scrape
 * does not honour its labels, `pod` is the exporter's own and the workload's is `exported_pod`.
 */
export const dcgm: Profile = {
  name: 'dcgm',
  labels: { replica: ['exported_pod', 'pod'] },
  metrics: {
    gpu: [
      { type: 'gauge', name: 'DCGM_FI_DEV_GPU_UTIL', factor: 0.01, within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    'gpu-memory': [
      { type: 'gauge', name: 'DCGM_FI_DEV_FB_USED', factor: MEBIBYTE, across: 'avg' },
      {
        type: 'gauge',
        name: 'DCGM_FI_DEV_FB_USED',
        plus: [{ name: 'DCGM_FI_DEV_FB_FREE' }, { name: 'DCGM_FI_DEV_FB_RESERVED' }],
        factor: MEBIBYTE,
        across: 'max',
        series: 'limit',
      },
    ],
  },
};
