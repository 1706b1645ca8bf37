import type { OpenMetricsOptions } from '../src/sources/index.js';

type Target = Extract<Awaited<ReturnType<Extract<OpenMetricsOptions['targets'], () => unknown>>>[number], object>;

/** What the exporter lists for a Prometheus. */
interface Discovered {
  readonly labels: Readonly<Record<string, string>>;
}

/** The targets of now of the exporter behind `/exporter`; those of a replica are read under its name. */
export async function exporterTargets(): Promise<readonly Target[]> {
  const response = await fetch('/exporter/targets');
  const discovered = (await response.json()) as readonly Discovered[];
  return discovered.map(({ labels: { __metrics_path__: path = '', pod } }) => ({
    url: `/exporter${path}`,
    ...(pod !== undefined && { replica: pod }),
  }));
}
