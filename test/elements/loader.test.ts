import { expect } from '@open-wc/testing';

const LATER = ['ie-requests-chart', 'ie-latency-chart', 'ie-toolbar'];

/** Which of the tags are registered, after a load that should not have been has had more than its time. */
async function registered(): Promise<string[]> {
  await Promise.all([
    import('../../src/elements/requests-chart/requests-chart.js'),
    import('../../src/elements/latency-chart/latency-chart.js'),
    import('../../src/elements/toolbar/toolbar.js'),
  ]);
  for (const tag of LATER) {
    const name = tag.slice('ie-'.length);
    await fetch(`/src/elements/${name}/${name}.define.ts`);
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return LATER.filter((tag) => customElements.get(tag));
}

function shadowRoot(): ShadowRoot {
  return document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
}

// One after the other: what is registered once stays so.
describe('the loader of a script tag', function () {
  let discover: (root: Document | DocumentFragment | Element) => () => void;

  it('loads what stands in the document, and nothing else', async () => {
    document.body.append(document.createElement('ie-timeframe'));
    ({ discover } = await import('../../src/elements/loader.js'));
    await customElements.whenDefined('ie-timeframe');
    expect(await registered()).to.deep.equal([]);
  });

  it('loads what is inserted later, inside another element too', async () => {
    const wrapper = document.createElement('div');
    wrapper.append(document.createElement('ie-requests-chart'), document.createElement('ie-unknown'));
    document.querySelector('ie-timeframe')?.append(wrapper);
    await customElements.whenDefined('ie-requests-chart');
    expect(await registered()).to.deep.equal(['ie-requests-chart']);
  });

  it('does not see into a shadow root until it is told, and then sees what comes later too', async () => {
    const root = shadowRoot();
    root.append(document.createElement('ie-latency-chart'));
    expect(await registered()).to.deep.equal(['ie-requests-chart']);
    const stop = discover(root);
    await customElements.whenDefined('ie-latency-chart');
    expect(await registered()).to.deep.equal(['ie-requests-chart', 'ie-latency-chart']);
    stop();
  });

  it('sees nothing in a shadow root after the undo', async () => {
    const root = shadowRoot();
    discover(root)();
    root.append(document.createElement('ie-toolbar'));
    expect(await registered()).not.to.include('ie-toolbar');
    const stop = discover(root);
    await customElements.whenDefined('ie-toolbar');
    stop();
  });
});
