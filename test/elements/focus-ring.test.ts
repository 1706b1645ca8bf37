import { expect, html } from '@open-wc/testing';
import { wcagContrast } from 'culori';
import { sendKeys } from '../support/commands.js';
import { answerReplicas } from './replica-answers.js';
import { answerTo, drawnPage, HOUR, TestSource, until } from './support.js';

/** What keys can reach in an element, in sight. */
const controlsOf = (element: Element): HTMLElement[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, select, input, [tabindex="0"]') ?? [])].filter(
    (control) => !control.matches(':disabled') && control.getClientRects().length > 0,
  );

const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** In words, what is wrong with the ring around a control that has the focus by keys. */
function badRing(control: HTMLElement): readonly string[] {
  const name = `${control.localName}.${control.className} ${control.textContent?.trim() ?? ''}`;
  if (!control.matches(':focus-visible')) return [`${name} has no focus`];
  // A radio button that is hidden has it around its label.
  const next = control.nextElementSibling;
  const ring = control.matches('.visually-hidden') && next ? next : control;
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(ring);
  const bad: string[] = [];
  if (outlineStyle !== 'solid' || Number.parseFloat(outlineWidth) < 2)
    return [`${name}: ${outlineStyle} ${outlineWidth}`];
  const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  const box = ring.getBoundingClientRect();
  let ground = '';
  for (let around: Element | null = ring; around; around = parentOf(around)) {
    const { overflowX, overflowY, backgroundColor } = getComputedStyle(around);
    const transparent = /rgba\(.* 0\)|transparent/.test(backgroundColor);
    if (!ground && !transparent && (around !== ring || reach <= 0)) ground = backgroundColor;
    if (around === ring || overflowX + overflowY === 'visiblevisible') continue;
    const room = around.getBoundingClientRect();
    const cut =
      box.left - reach < room.left - 0.5 ||
      box.right + reach > room.right + 0.5 ||
      box.top - reach < room.top - 0.5 ||
      box.bottom + reach > room.bottom + 0.5;
    if (cut && around !== document.documentElement && around !== document.body)
      bad.push(`${name} is cut by ${around.localName}.${around.className}`);
  }
  const contrast = wcagContrast(outlineColor, ground || '#fff');
  if (contrast < 3) bad.push(`${name}: ${outlineColor} on ${ground} has ${contrast}`);
  return bad;
}

describe('the ring of what has the focus', () => {
  before(() => (document.documentElement.style.colorScheme = 'light'));
  after(() => (document.documentElement.style.colorScheme = ''));

  it('stands whole around each control that keys reach', async () => {
    const source = new TestSource((request) =>
      request.shape === 'intervals' ? answerReplicas(request, HOUR, 40) : answerTo(request),
    );
    source.replicas = ['a', 'b'];
    const { timeframe, requests, latency } = await drawnPage(
      source,
      html`
        <ie-toolbar></ie-toolbar><ie-view name="a"></ie-view><ie-view name="b"></ie-view> <ie-navigator></ie-navigator
        ><ie-replica-status view="timeline"></ie-replica-status>
      `,
    );
    const [toolbar, navigator, timeline] = ['toolbar', 'navigator', 'replica-status'].map((name) =>
      timeframe.querySelector(`ie-${name}`),
    );
    if (!toolbar || !navigator || !timeline) throw new Error('The page is not whole');
    const kindOf = (control: HTMLElement): string => control.classList[0] ?? control.localName;
    const controls = () => [toolbar, requests, latency, timeline, navigator].flatMap(controlsOf);
    const wanted = ['plot', 'key', 'switch', 'tool', 'icon', 'select', 'visually-hidden', 'lanes', 'grip'];
    // Some of them come after the first drawing.
    await until(() => wanted.every((kind) => controls().some((control) => kindOf(control) === kind)));
    // From now on focus that a script sets is shown, too.
    await sendKeys({ press: 'Tab' });
    for (const control of controls()) {
      control.focus();
      expect(badRing(control)).to.deep.equal([]);
    }
  });
});
