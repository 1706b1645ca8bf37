/** Which folder of src/ may import which; the compiler says the same, cycles are told here alone. */
const MAY_IMPORT = {
  core: [],
  sources: ['core'],
  timeframe: ['core'],
  plot: ['core'],
  elements: ['core', 'sources', 'timeframe', 'plot'],
};

const layers = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...others].map((name) => `^src/${name}/`) },
}));

/** Which packages a folder may import besides `tslib`, which the compiler does; `elements` alone knows lit. */
const MAY_USE = { core: [], sources: [], timeframe: ['@lit/context'], plot: ['uplot'] };

const packages = Object.entries(MAY_USE).map(([folder, names]) => ({
  name: `${folder}-packages`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: 'node_modules/', pathNot: ['tslib', ...names].map((name) => `node_modules/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...layers,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'through-the-index',
      comment: "Another folder is imported by its index, so that the rest stays the folder's own.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'uplot-in-plot-alone',
      severity: 'error',
      from: { pathNot: '^src/plot/' },
      to: { path: 'node_modules/uplot' },
    },
    ...packages,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/elements/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
