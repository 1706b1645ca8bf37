import { build } from 'esbuild';

const REACT = '/test/frameworks/react.bundle.js';
const PAGES = {
  react: REACT,
  'react-dom': REACT,
  'react-dom/client': REACT,
  vue: '/node_modules/vue/dist/vue.runtime.esm-browser.js',
};

/** Serves React and Vue as a page has them: React, which is no module, in one bundle; both in their development form. */
export function frameworksPlugin() {
  let react;
  return {
    name: 'frameworks',
    resolveImport: ({ source }) => (Object.hasOwn(PAGES, source) ? PAGES[source] : undefined),
    serve: async ({ path }) => (path === REACT ? { body: await (react ??= bundleReact()), type: 'js' } : undefined),
  };
}

async function bundleReact() {
  const contents = `export { createElement, StrictMode } from 'react';
    export { flushSync } from 'react-dom';
    export { createRoot } from 'react-dom/client';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles[0].text;
}
