import { createElement, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { describesFramework, type PageProps } from './scenario.js';

/** Each property by its own name, each event by `on` and its name: what JSX makes of `<ie-timeframe range={range}>`. */
function Page({ onRangeChange, onData, onError, range, replicas, timezone, source, ...chart }: PageProps) {
  const { details, quantiles, heading } = chart;
  return createElement(
    'ie-timeframe',
    {
      ...given({ range, replicas, timezone, source }),
      'onie-range-change': onRangeChange,
      'onie-data': onData,
      'onie-error': onError,
    },
    createElement('ie-toolbar'),
    createElement('ie-requests-chart', given({ details, heading })),
    createElement('ie-latency-chart', given({ quantiles })),
  );
}

const given = (props: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));

describesFramework('React 19', async (host, first) => {
  const root = createRoot(host);
  const render = async (props: PageProps): Promise<void> =>
    flushSync(() => root.render(createElement(StrictMode, null, createElement(Page, props))));
  await render(first);
  return { render, unmount: () => flushSync(() => root.unmount()) };
});
