import { expect } from '@open-wc/testing';
import { openMetricsSource } from '../../../src/sources/index.js';
import { leastTime, timeOf } from '../../support/least-time.js';
import { columns } from '../prometheus/support.js';

const T0 = Date.UTC(2026, 5, 1, 10);
const { signal } = new AbortController();

/** What the profile of the reference route reads of a text. */
async function read(text: string): Promise<Record<string, Record<string, number | null>>> {
  const source = openMetricsSource({
    url: '/open-metrics',
    profile: 'huggingface',
    now: () => T0,
    fetch: async () => new Response(text, { headers: { 'Content-Type': 'text/plain' } }),
  });
  const found: Record<string, Record<string, number | null>> = {};
  for (const metric of (await source.describe?.({ signal }))?.metrics ?? []) {
    const range = { from: T0 - 1000, to: T0 + 1000 };
    const frame = await source.query(
      { metric, range, step: null, by: [], replicas: null, shape: 'series' },
      { signal },
    );
    found[metric] = Object.fromEntries(Object.entries(columns(frame)).map(([name, [value = NaN]]) => [name, value]));
  }
  return found;
}

describe('names that the reference route does not publish', () => {
  it('are found where they are built as that of the CPU, with their limits', async () => {
    expect(
      await read(
        '# TYPE memory_usage_bytes gauge\nmemory_usage_bytes{replica_id="a"} 3\n' +
          '# TYPE memory_limit_bytes gauge\nmemory_limit_bytes 8\n' +
          '# TYPE gpu_usage_percent gauge\n# UNIT gpu_usage_percent percent\ngpu_usage_percent{replica_id="a"} 50\n' +
          '# TYPE gpu_memory_usage_bytes gauge\ngpu_memory_usage_bytes{replica_id="a"} 5\n' +
          '# TYPE gpu_memory_total_bytes gauge\ngpu_memory_total_bytes{replica_id="a"} 16\n',
      ),
    ).to.deep.equal({
      memory: { memory: 3, limit: 8 },
      gpu: { gpu: 0.5, limit: 1 },
      'gpu-memory': { 'gpu-memory': 5, limit: 16 },
    });
  });

  it('have the unit of their `# UNIT` line where the name itself has none', async () => {
    expect(
      await read(
        '# TYPE memory_used gauge\n# UNIT memory_used mebibytes\nmemory_used{replica_id="a"} 2\n' +
          '# TYPE gpu_utilization gauge\n# UNIT gpu_utilization percent\ngpu_utilization{replica_id="a"} 25\n' +
          '# TYPE vram_used gauge\n# UNIT vram_used bytes\nvram_used{gpu="0",replica_id="a"} 7\n',
      ),
    ).to.deep.equal({
      memory: { memory: 2 * 2 ** 20 },
      gpu: { gpu: 0.25, limit: 1 },
      'gpu-memory': { 'gpu-memory': 7 },
    });
  });

  it('are never taken for each other, the use and the limit, in whatever order and words they come', async () => {
    const gauge = (name: string, value: number): string => `# TYPE ${name} gauge\n${name}{replica_id="a"} ${value}\n`;
    for (const limit of ['total', 'size', 'limit', 'max', 'capacity', 'quota', 'installed']) {
      const texts = [gauge(`gpu_memory_${limit}_bytes`, 16), gauge('gpu_memory_used_bytes', 5)];
      const [total = '', used = ''] = texts;
      for (const text of [total + used, used + total])
        expect(await read(text), limit).to.deep.equal({ 'gpu-memory': { 'gpu-memory': 5, limit: 16 } });
      expect(await read(total), limit).to.deep.equal({});
    }
    expect(await read(gauge('memory_limit_usage_bytes', 3) + gauge('gpu_memory_total_used_bytes', 3))).to.deep.equal(
      {},
    );
    // The limit of something else.
    expect(
      await read(
        gauge('node_memory_total_bytes', 64) + gauge('memory_usage_bytes', 3) + gauge('go_memstats_sys_bytes', 9),
      ),
    ).to.deep.equal({ memory: { memory: 3 } });
    // Of several that are in use, the one whose limit is told.
    expect(
      await read(
        gauge('memory_bytes', 1) +
          gauge('process_memory_used_bytes', 2) +
          gauge('container_memory_usage_bytes', 3) +
          gauge('container_memory_limit_mib', 1),
      ),
    ).to.deep.equal({ memory: { memory: 3, limit: 2 ** 20 } });
    expect(await read(gauge('vram_memory_used_bytes', 3))).to.deep.equal({ 'gpu-memory': { 'gpu-memory': 3 } });
  });

  it('are in percent where they have no unit and a value that no share has', async () => {
    for (const [text, gpu] of [
      ['# TYPE gpu_utilization gauge\ngpu_utilization{gpu="0"} 0\ngpu_utilization{gpu="1"} 50\n', 0.25],
      ['# TYPE gpu_usage gauge\ngpu_usage 0.5\n', 0.5],
      ['# TYPE gpu_usage_ratio gauge\ngpu_usage_ratio 3\n', 3],
    ] as const)
      expect(await read(text), text).to.deep.equal({ gpu: { gpu, limit: 1 } });
  });

  it('are not made up: no counter, no text without `# TYPE`, no unknown unit, nothing that is only free', async () => {
    expect(
      await read(
        '# TYPE memory_faults_total counter\nmemory_faults_total 3\nmemory_usage_bytes 5\n' +
          '# TYPE memory_usage_percent gauge\nmemory_usage_percent 5\n' +
          '# TYPE gpu_memory_free_bytes gauge\ngpu_memory_free_bytes 5\n# TYPE gpu_temperature_ratio gauge\ngpu_temperature_ratio 5\n',
      ),
    ).to.deep.equal({});
  });

  it('are not looked for in a name without end', async () => {
    const hostile = `${'gpu'.repeat(30_000)}_bytes`;
    const text = `# TYPE ${hostile} gauge\n${hostile} 5\n# TYPE memory_usage_bytes gauge\nmemory_usage_bytes 3\n`;
    const reading = (): Promise<number> =>
      timeOf(async () => expect(await read(text)).to.deep.equal({ memory: { memory: 3 } }));
    expect(await leastTime(2000, reading)).to.be.below(2000);
  });
});
