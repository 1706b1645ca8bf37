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
    selector: 'NewExpression[callee.name=/^(Shared)?Worker$/]',
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
    selector: 'MemberExpression[object.name="Number"][property.name=/^(NaN|(POSITIVE|NEGATIVE)_INFINITY)$/]',
    message: 'One spelling: NaN, Infinity, -Infinity.',
  },
  {
    selector: 'ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'The bundle hands what a module exports to its chunks once, as it is after loading: export a function.',
  },
];

const PAGE_LISTENERS = [
  '[callee.object.name=/^(window|document|globalThis|self|ownerDocument)$/][callee.property.name="addEventListener"]',
  '[callee.object.property.name="ownerDocument"][callee.property.name="addEventListener"]',
  '[callee.name="addEventListener"]',
];
const pageListeners = {
  selector: PAGE_LISTENERS.map((call) => `CallExpression${call}`).join(', '),
  message:
    'Nothing of the library listens to the page, but for page-watch.ts, which tells whether it is hidden, goes or comes.',
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
      'no-restricted-syntax': ['error', ...syntax, pageListeners],
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
    rules: { 'no-restricted-syntax': ['error', ...syntax, pageListeners, lateImports] },
  },
  {
    // Here the time frame hears of the page; the demo's page is its own.
    files: ['src/elements/timeframe/page-watch.ts', 'demo/*.ts'],
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
