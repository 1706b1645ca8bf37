// A component in React 19: compiled against the packed package, never run.
import 'ie-charts';
import 'ie-charts/jsx';
import type { SourceFunction } from 'ie-charts/core';

export function Analytics({ source, replicas }: { source: SourceFunction; replicas: string[] }) {
  return (
    <ie-timeframe
      range="1h"
      refresh="30s"
      sync-url
      refresh-hidden={false}
      storage-key="portal"
      replicas={replicas}
      source={source}
      onie-range-change={({ detail }) => console.log(detail.range.from.toFixed(), detail.text)}
      onie-error={({ detail }) => console.error(detail.error.message)}
    >
      <ie-toolbar className="top" part="tools" role="group" onClick={({ currentTarget }) => currentTarget.focus()} />
      <ie-requests-chart details legend-values heading="Requests" dir="rtl" />
      <ie-latency-chart quantiles={[0.99, 0.5]} ref={(chart) => console.log(chart?.visibleRange?.from)} />
      <ie-requests-chart details={null} heading={null} help={null} timeframe={null} legendValues={null} />
      <ie-replica-status view={null} timeToReady={null} legend-values={null} />
      <ie-stat label={null} of={null} />
      <ie-annotation label={null} kind={null} until={null} timeframe={null} />
      <ie-view label={null} />
      <ie-analytics refreshHidden={null} replicas={null} storage-key={null} />
      {/* @ts-expect-error -- A number is no list of quantiles. */}
      <ie-latency-chart quantiles={0.99} />
      {/* @ts-expect-error -- A name, not a switch. */}
      <ie-timeframe storage-key />
      {/* @ts-expect-error -- There is no such property. */}
      <ie-requests-chart detail />
    </ie-timeframe>
  );
}
