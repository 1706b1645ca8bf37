import { loadLate } from './base/load-late.js';

/**
 * The script-tag entry: loads the elements that stand in the document, at once and when they come later.
 * Each module registers its element; to add one, add a line.
 */
const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'ie-timeframe': () => import('./timeframe/timeframe.define.js'),
  'ie-toolbar': async () => {
    // Its switch names the views: where a page has some they come first, so that its buttons do not move.
    if (document.querySelector('ie-view')) await wishes.get('ie-view')?.();
    return import('./toolbar/toolbar.define.js');
  },
  'ie-analytics': () => import('./analytics/analytics.define.js'),
  'ie-annotation': () => import('./annotation/annotation.define.js'),
  'ie-stat': () => import('./stat/stat.define.js'),
  'ie-navigator': () => import('./navigator/navigator.define.js'),
  'ie-metric-chart': () => import('./metric-chart/metric-chart.define.js'),
  'ie-view': () => import('./view/view.define.js'),
  'ie-requests-chart': () => import('./requests-chart/requests-chart.define.js'),
  'ie-openmetrics-source': () => import('./openmetrics-source/openmetrics-source.define.js'),
  'ie-prometheus-source': () => import('./prometheus-source/prometheus-source.define.js'),
  'ie-pending-chart': () => import('./pending-chart/pending-chart.define.js'),
  'ie-replica-status': () => import('./replica-status/replica-status.define.js'),
  'ie-hardware-chart': () => import('./hardware-chart/hardware-chart.define.js'),
  'ie-latency-chart': () => import('./latency-chart/latency-chart.define.js'),
};

/** A failed fetch may succeed at the next element of this kind. */
const wishes = new Map(Object.entries(ELEMENTS).map(([tag, element]) => [tag, loadLate(element)]));

function load(tag: string): void {
  if (!customElements.get(tag)) void wishes.get(tag)?.();
}

function loadWithin(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(':not(:defined)')) load(localName);
}

/**
 * Loads the elements of this library below `root`, now and whenever more are inserted; for a portal's own shadow root,
 * into which the document's observer does not see. Returns how to stop.
 */
export function discover(root: Document | DocumentFragment | Element): () => void {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        load(node.localName);
        if (node.firstElementChild) loadWithin(node);
      }
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  loadWithin(root);
  return () => observer.disconnect();
}

// The tree's modules can be imported where there is no document, too.
if (typeof document !== 'undefined') discover(document);
