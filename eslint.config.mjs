import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';
import { templateText } from './test/support/lint/template-text.mjs';

const noMarkup = 'Text from elsewhere would become markup: use textContent or a template.';
const MARKUP_PROPERTIES = ['innerHTML', 'outerHTML', 'srcdoc'];
const MARKUP_METHODS = [
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'setHTML',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'parseFromString',
];

const syntax = [
  ...MARKUP_PROPERTIES.map((name) => ({ selector: `MemberExpression[property.name="${name}"]`, message: noMarkup })),
  ...MARKUP_PROPERTIES.map((name) => ({ selector: `MemberExpression[property.value="${name}"]`, message: noMarkup })),
  ...MARKUP_METHODS.map((name) => ({ selector: `CallExpression[callee.property.name="${name}"]`, message: noMarkup })),
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: noMarkup,
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(srcdoc|on.*)$/]',
    message: noMarkup,
  },
  {
    selector: ['name', 'property.name'].map((name) => `NewExpression[callee.${name}=/^(Shared)?Worker$/]`).join(', '),
    message: 'A worker does not start from another origin, nor under the strict header: work in slices.',
  },
  {
    selector: 'Property[key.name="tzDate"]',
    message: "uPlot's zones are wrong on days of daylight saving: use the time axis of core.",
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'The strict header blocks it: use style.setProperty.',
  },
  {
    selector: ['name', 'property.name'].map((name) => `CallExpression[callee.${name}="setInterval"]`).join(', '),
    message: 'One clock for all elements, which rests while nothing is due: see refresh-clock.ts.',
  },
  {
    selector: 'MemberExpression[object.name="Number"][property.name=/^(NaN|(POSITIVE|NEGATIVE)_INFINITY)$/]',
    message: 'One spelling: NaN, Infinity, -Infinity.',
  },
  {
    selector: 'ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'The bundle hands what a module exports to its chunks once, as it is after loading: export a function.',
  },
];

/** The page as it is written, and one step into it: `document`, `document.body`, `element.ownerDocument`. */
const THE_PAGE = /^(window|document|globalThis|self|ownerDocument)$/;
const ofPage = (place) => [
  `[${place}.name=${THE_PAGE}]`,
  `[${place}.object.name=${THE_PAGE}]`,
  `[${place}.property.name="ownerDocument"]`,
];
const selectorOf = (node, places) => places.map((place) => `${node}${place}`).join(', ');

const pageListeners = {
  selector: selectorOf('CallExpression', [
    ...ofPage('callee.object').map((page) => `${page}[callee.property.name="addEventListener"]`),
    '[callee.name="addEventListener"]',
  ]),
  message:
    'Nothing of the library listens to the page, but for page-watch.ts, which tells whether it is hidden, goes or comes.',
};

const pageChanges = [
  {
    selector: selectorOf(
      'AssignmentExpression',
      ofPage('left.object').map((page) => `${page}[left.property.name=/^on[a-z]+$/]`),
    ),
    message: pageListeners.message,
  },
  {
    selector: selectorOf(
      'MemberExpression',
      ofPage('object').map((page) => `${page}[property.name=/^(adoptedStyleSheets|head)$/]`),
    ),
    message: 'Style sheets belong to shadow roots: see adopt-styles.ts.',
  },
];

const oneResizeObserver = {
  selector: 'NewExpression[callee.name="ResizeObserver"]',
  message: 'One observer for all elements: use observeSize.',
};

const lateImports = {
  selector: 'ImportExpression:not(CallExpression[callee.name="loadLate"] ImportExpression)',
  message: 'What fails to load is told once and tried again: use loadLate.',
};

const imports = {
  paths: [
    { name: 'lit/directives/unsafe-html.js', message: noMarkup },
    { name: 'lit/directives/unsafe-svg.js', message: noMarkup },
    { name: 'lit/directives/unsafe-mathml.js', message: noMarkup },
    { name: 'lit/static-html.js', message: noMarkup },
    {
      name: 'lit/directives/style-map.js',
      message: 'The strict header blocks its first render: use style.setProperty.',
    },
  ],
};
const noUPlot = { name: 'uplot', message: 'src/plot/ alone knows uPlot.' };

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, lit.configs['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { templates: { rules: { text: templateText } } },
    rules: {
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      // The reason of a signal is its caller's own, of any type.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'templates/text': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...syntax, ...pageChanges, pageListeners, oneResizeObserver],
      'no-restricted-imports': ['error', { ...imports, paths: [...imports.paths, noUPlot] }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['src/plot/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', imports] },
  },
  {
    // The loader's table goes through loadLate as a whole.
    files: ['src/elements/**/*.ts'],
    ignores: ['src/elements/loader.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...syntax, ...pageChanges, pageListeners, oneResizeObserver, lateImports],
    },
  },
  {
    files: ['src/plot/resize.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax, ...pageChanges, pageListeners] },
  },
  {
    // Here the time frame hears of the page.
    files: ['src/elements/timeframe/page-watch.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax, ...pageChanges, oneResizeObserver, lateImports] },
  },
  {
    // The demo's page is its own.
    files: ['demo/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Chai's types here make every assertion look like a promise.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
