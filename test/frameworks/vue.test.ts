import { createApp, h, nextTick, shallowRef } from 'vue';
import { describesFramework, type PageProps } from './scenario.js';

/** What a template `<ie-timeframe :range="range" @ie-range-change="onRangeChange">` is compiled to. */
function page({ onRangeChange, onData, onError, range, replicas, timezone, source, ...chart }: PageProps) {
  const { details, quantiles, heading } = chart;
  const events = { onIeRangeChange: onRangeChange, onIeData: onData, onIeError: onError };
  return h('ie-timeframe', { ...given({ range, replicas, timezone, source }), ...events }, [
    h('ie-toolbar'),
    h('ie-requests-chart', given({ details, heading })),
    h('ie-latency-chart', given({ quantiles })),
  ]);
}

const given = (props: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));

describesFramework('Vue 3', async (host, first) => {
  const props = shallowRef(first);
  const app = createApp({ render: () => page(props.value) });
  app.mount(host);
  return {
    render: async (next) => {
      props.value = next;
      await nextTick();
    },
    unmount: () => app.unmount(),
  };
});
