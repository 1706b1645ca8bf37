/** Private members and files are no part of the published interface. */
const publicOnly = {
  name: 'public-only',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of moduleDoc.declarations ?? []) {
      declaration.members = declaration.members?.filter(({ name, privacy }) => !privacy && !name.startsWith('#'));
    }
  },
  packageLinkPhase({ customElementsManifest }) {
    const modules = customElementsManifest.modules
      .map((module) => ({
        ...module,
        declarations: module.declarations.filter(({ tagName }) => tagName).map(published),
      }))
      .filter(({ declarations }) => declarations.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    customElementsManifest.modules = inPackage(modules);
  },
};

const LIFE_CYCLE = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
]);

function published(declaration) {
  return {
    ...declaration,
    members: declaration.members?.filter(({ privacy, name }) => !privacy && !LIFE_CYCLE.has(name)),
    // The analyzer takes the variable in `new CustomEvent(type)` for a name.
    events: declaration.events?.filter(({ name }) => name.includes('-')),
  };
}

/** Paths of the tree that is published, in place of the sources'. */
function inPackage(modules) {
  return JSON.parse(JSON.stringify(modules).replace(/"\/?src\/([^"]*)\.(?:ts|js)"/g, '"dist/$1.js"'));
}

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts', 'src/elements/index.ts', 'src/elements/loader.ts', 'src/elements/single-file.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
