import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Linter } from 'eslint';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { leanUplot } from '../../.ci/build/lean-uplot.mjs';

const PLATFORM =
  'window document navigator devicePixelRatio matchMedia CustomEvent Path2D HTMLElement queueMicrotask Intl'.split(' ');

const UPLOT = 'node_modules/uplot/dist/uPlot.esm.js';

/** As in the bundles: unused code goes by tree shaking, then by the minifier. */
async function built(plugins) {
  const build = await rollup({ input: UPLOT, plugins });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return (await minify(output[0].code, { ecma: 2022, module: true, compress: { passes: 3 }, mangle: false })).code;
}

test('what is left of uPlot misses none of its parts', async () => {
  const code = await built([leanUplot]);
  const globals = Object.fromEntries(PLATFORM.map((name) => [name, 'readonly']));
  const messages = new Linter().verify(code, [
    { languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals }, rules: { 'no-undef': 'error' } },
  ]);
  assert.deepEqual(
    messages.map(({ message }) => message),
    [],
  );
});

test('it is less than half of uPlot', async () => {
  const [whole, left] = await Promise.all([built([]), built([leanUplot])]);
  assert.ok(left.length < whole.length / 2, `${left.length} of ${whole.length} bytes`);
});

test('another version of uPlot stops the build', () => {
  const other = readFileSync(UPLOT, 'utf8').replace('const showLegend = legend.show;', '');
  const error = (message) => {
    throw new Error(message);
  };
  assert.throws(() => leanUplot.transform.call({ error }, other, UPLOT), /uPlot has changed/);
});
