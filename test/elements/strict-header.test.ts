import { expect } from '@open-wc/testing';
import { strictPage, type StrictPage } from '../support/commands.js';
import { drawn, inside, nextFrame, part, placeIn, until } from './support.js';

/** A pointer as a page's own script could make it: what matters here is only which code runs. */
function point(page: StrictPage, chart: Element, type: string, x: number): void {
  const { x: clientX, y: clientY } = placeIn(chart, x);
  const view = page.window as Window & typeof globalThis;
  const init = { bubbles: true, isPrimary: true, pointerType: 'mouse', button: 0, pointerId: 1, clientX, clientY };
  part(chart, '.plot').dispatchEvent(new view.PointerEvent(type, init));
}

/** Uses all that the page has: tooltip, brush, details, range, error, stale data. */
async function use(page: StrictPage): Promise<void> {
  const query = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] => {
    const found = page.document.querySelector(tag);
    if (!found) throw new Error(`The page has no <${tag}>`);
    return found;
  };
  await until(() => page.document.querySelector('ie-requests-chart')?.shadowRoot);
  const [timeframe, requests, latency] = [query('ie-timeframe'), query('ie-requests-chart'), query('ie-latency-chart')];
  await drawn(requests, latency);
  point(page, requests, 'pointermove', 0.4);
  await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
  part<HTMLButtonElement>(requests, '.switch').click();
  part<HTMLButtonElement>(requests, '.key').click();
  timeframe.store.request({ type: 'range', text: '2026-06-01T10:00Z/2026-06-01T10:30Z' });
  await until(() => requests.frames.some(({ range }) => range.to === Date.parse('2026-06-01T10:30Z')));
  timeframe.timezone = 'Mars/Olympus';
  await until(() => inside(requests, '.strip'));
  timeframe.timezone = 'UTC';
  page.document.body.dataset['fail'] = '';
  timeframe.store.request({ type: 'range', text: '2026-06-02T10:00Z/2026-06-02T11:00Z' });
  await until(() => inside(requests, '.strip')?.textContent?.includes('sleeps'));
  requests.remove();
  await nextFrame();
}

describe('under the strict header', () => {
  it('the whole page works without a violation', async () => {
    const page = await strictPage('/test/pages/whole.html');
    await use(page);
    expect(page.violations()).to.deep.equal([]);
    page.close();
  });

  it('it works beside a second copy of Lit and of this library, and the tags stay with the first', async () => {
    const page = await strictPage('/test/pages/second-copies.html');
    await until(() => page.document.body.dataset['copies']);
    expect(page.document.body.dataset['copies']).to.equal('lit,library,tags stayed');
    await until(() => page.document.querySelector('other-lit')?.shadowRoot?.textContent?.includes('the other Lit'));
    await use(page);
    expect(page.violations()).to.deep.equal([]);
    page.close();
  });

  it('a violation would be seen', async () => {
    const page = await strictPage('/test/pages/whole.html');
    page.document.body.append(Object.assign(page.document.createElement('style'), { textContent: 'p { color: red }' }));
    await until(() => page.violations().length > 0);
    page.close();
  });
});
