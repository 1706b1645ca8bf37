import assert from 'node:assert/strict';
import test from 'node:test';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const template = (markup) => `import { html } from 'lit';\nexport const view = html\`${markup}\`;\n`;

/** Where it stands, what is written, which rule has to speak. */
const BAD = [
  ["document.body.innerHTML = 'x';", 'no-restricted-syntax'],
  ["document.body['innerHTML'] = 'x';", 'no-restricted-syntax'],
  ["document.body.outerHTML = 'x';", 'no-restricted-syntax'],
  ["document.createElement('iframe').srcdoc = 'x';", 'no-restricted-syntax'],
  ["document.body.insertAdjacentHTML('beforeend', 'x');", 'no-restricted-syntax'],
  ["document.body.setHTMLUnsafe('x');", 'no-restricted-syntax'],
  ["document.createElement('p').setHTML('x');", 'no-restricted-syntax'],
  ["Document.parseHTMLUnsafe('x');", 'no-restricted-syntax'],
  ["document.createRange().createContextualFragment('x');", 'no-restricted-syntax'],
  ["document.createElement('iframe').setAttribute('srcdoc', 'x');", 'no-restricted-syntax'],
  ["document.createElement('p').setAttribute('onclick', 'x');", 'no-restricted-syntax'],
  ["new DOMParser().parseFromString('x', 'text/html');", 'no-restricted-syntax'],
  ["document.write('x');", 'no-restricted-syntax'],
  ["document.body.setAttribute('style', 'x');", 'no-restricted-syntax'],
  ["new Worker('x');", 'no-restricted-syntax'],
  ["new globalThis.Worker('x');", 'no-restricted-syntax'],
  ['setInterval(() => undefined, 1000);', 'no-restricted-syntax'],
  ['window.setInterval(() => undefined, 1000);', 'no-restricted-syntax'],
  ['new ResizeObserver(() => undefined);', 'no-restricted-syntax'],
  ["document.body.addEventListener('click', () => undefined);", 'no-restricted-syntax'],
  ["document.documentElement.addEventListener('click', () => undefined);", 'no-restricted-syntax'],
  ["document.defaultView?.addEventListener('resize', () => undefined);", 'no-restricted-syntax'],
  ['window.onresize = () => undefined;', 'no-restricted-syntax'],
  ['document.body.onclick = () => undefined;', 'no-restricted-syntax'],
  ['document.adoptedStyleSheets = [];', 'no-restricted-syntax'],
  ['document.adoptedStyleSheets.push(new CSSStyleSheet());', 'no-restricted-syntax'],
  ["document.head.append('x');", 'no-restricted-syntax'],
  ['export const options = { tzDate: () => new Date() };', 'no-restricted-syntax'],
  ["window.addEventListener('resize', () => undefined);", 'no-restricted-syntax'],
  ["document.addEventListener('click', () => undefined);", 'no-restricted-syntax'],
  ["addEventListener('popstate', () => undefined);", 'no-restricted-syntax'],
  ["document.body.ownerDocument.addEventListener('touchend', () => undefined);", 'no-restricted-syntax'],
  ["void import('../base/sight.js');", 'no-restricted-syntax'],
  ['export let count = 0;\ncount += 1;', 'no-restricted-syntax'],
  ["eval('1');", 'no-eval'],
  ["setTimeout('1');", '@typescript-eslint/no-implied-eval'],
  ["import uPlot from 'uplot';\nexport { uPlot };", 'no-restricted-imports'],
  ["export { unsafeHTML } from 'lit/directives/unsafe-html.js';", 'no-restricted-imports'],
  ["export { unsafeSVG } from 'lit/directives/unsafe-svg.js';", 'no-restricted-imports'],
  ["export { unsafeMathML } from 'lit/directives/unsafe-mathml.js';", 'no-restricted-imports'],
  ["export { literal } from 'lit/static-html.js';", 'no-restricted-imports'],
  ["export { styleMap } from 'lit/directives/style-map.js';", 'no-restricted-imports'],
  [template('<p style="color: red"></p>'), 'templates/text'],
  [template('<p\n  style=${1}></p>'), 'templates/text'],
  [template('<style>p {}</style>'), 'templates/text'],
  [template('<p .innerHTML=${1}></p>'), 'templates/text'],
  ['export const value: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['export const first = (list: readonly string[]): string => list[0]!;', '@typescript-eslint/no-non-null-assertion'],
];

const rulesOn = async (text) => {
  const [result] = await eslint.lintText(text, { filePath: 'src/elements/view/view.ts' });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
};

for (const [text, rule] of BAD) {
  test(`${rule} refuses ${text.trim().split('\n').at(-1)}`, async () => {
    const rules = await rulesOn(text);
    assert.ok(rules.includes(rule), rules.join());
  });
}

test('what a shadow root or an element of its own has is fine', async () => {
  const rules = await rulesOn(`
export function own(root: ShadowRoot, sheet: CSSStyleSheet, button: HTMLButtonElement): number {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  button.addEventListener('click', () => button.setAttribute('part', 'on'));
  return document.documentElement.clientWidth;
}
`);
  assert.deepEqual(rules, []);
});

test('a template with classes and bindings is fine', async () => {
  const rules = await rulesOn(template('<p class="name" title=${1}>${2}</p>'));
  assert.deepEqual(rules, []);
});
