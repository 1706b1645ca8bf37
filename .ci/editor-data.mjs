// Writes what editors and JSX know about the tags, out of custom-elements.json and the emitted types, into dist/.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import ts from 'typescript';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = manifest.modules.flatMap((module) =>
  module.declarations.map((declaration) => ({ ...declaration, path: module.path })),
);

const program = ts.createProgram(
  ['dist/core/public.d.ts', ...elements.map(({ path }) => path.replace(/js$/, 'd.ts'))],
  {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
  },
);
const checker = program.getTypeChecker();
const coreExports = new Set(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile('dist/core/public.d.ts')))
    .map(({ name }) => name),
);

/** A type's text with each name of this library written as an import, so that it stands alone. */
const standalone = (text) =>
  text.replace(/\b[A-Z]\w*\b/g, (name) => (coreExports.has(name) ? `import('./core/public.js').${name}` : name));

/** What may be assigned to a property: the type of its setter, where it has one. */
function assignable({ name, path }, member) {
  const source = program.getSourceFile(path.replace(/js$/, 'd.ts'));
  const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find((one) => one.name === name);
  const property = checker.getPropertyOfType(checker.getDeclaredTypeOfSymbol(symbol), member.name);
  const declarations = property?.declarations ?? [];
  const setter = declarations.find(ts.isSetAccessorDeclaration);
  const node = setter ? setter.parameters[0]?.type : declarations.find(ts.isPropertyDeclaration)?.type;
  const type = node?.getText() ?? checker.typeToString(checker.getTypeOfSymbol(property));
  return /[A-Z]\w*/.test(type) && node ? withImports(node) : type;
}

function withImports(node) {
  let text = node.getText();
  const names = new Map();
  const visit = (child) => {
    if (ts.isTypeReferenceNode(child) && ts.isIdentifier(child.typeName)) {
      let symbol = checker.getSymbolAtLocation(child.typeName);
      if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
      const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
      if (file.startsWith(resolve('dist')))
        names.set(child.typeName.text, relative('dist', file).replace(/\.d\.ts$/, '.js'));
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  for (const [name, file] of names)
    text = text.replace(new RegExp(`\\b${name}\\b`, 'g'), `import('./${file}').${name}`);
  return text;
}

const settable = ({ members = [] }) => members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
const oneLine = (text = '') => text.replace(/\s*\n\s*/g, ' ').replace(/\*\//g, '*\\/');

function jsxOf(element) {
  const properties = settable(element).map((member) => {
    return `    /** ${oneLine(member.description)} */\n    '${member.name}'?: ${assignable(element, member)} | undefined;`;
  });
  const events = (element.events ?? []).map(({ name, type, description }) => {
    return `    /** ${oneLine(description)} */\n    'on${name}'?: ((event: ${standalone(type.text)}) => void) | undefined;`;
  });
  const attributes = (element.attributes ?? [])
    .filter(({ name, fieldName }) => name !== fieldName && !settable(element).some((member) => member.name === name))
    .map(({ name, fieldName }) => {
      const member = settable(element).find((one) => one.name === fieldName);
      // In JSX an attribute that stands alone is true.
      const type =
        member && /\bboolean\b/.test(assignable(element, member)) ? 'string | boolean | null' : 'string | null';
      return `    '${name}'?: ${type} | undefined;`;
    });
  const lines = [...properties, ...attributes, ...events].join('\n');
  const instance = `import('./${element.path.replace(/^dist\//, '')}').${element.name}`;
  return `  /** ${oneLine(element.description)} */\n  '${element.tagName}': Common<${instance}> & {\n${lines}\n  };`;
}

const jsx = `/** The tags for JSX; importing this module makes them known to React 19. For others, extend their list by \`IeChartsElements\`. */
import type { ClassAttributes, HTMLAttributes } from 'react';

interface Common<T> extends HTMLAttributes<T>, ClassAttributes<T> {}

export interface IeChartsElements {
${elements.map(jsxOf).join('\n')}
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends IeChartsElements {}
  }
}
`;

const described = ({ name, description }) => ({ name, description: oneLine(description) });

const vscode = {
  version: 1.1,
  tags: elements.map(({ tagName, description, attributes = [] }) => ({
    name: tagName,
    description,
    attributes: attributes.map(described),
  })),
};

const webTypes = {
  $schema: 'https://json.schemastore.org/web-types',
  name: 'ie-charts',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: (element.attributes ?? []).map(described),
        slots: (element.slots ?? []).map(described),
        js: {
          properties: settable(element).map(described),
          events: (element.events ?? []).map(described),
        },
        css: {
          properties: (element.cssProperties ?? []).map(described),
          parts: (element.cssParts ?? []).map(described),
        },
      })),
    },
  },
};

writeFileSync('dist/jsx.d.ts', jsx);
writeFileSync('dist/jsx.js', 'export {};\n');
writeFileSync('dist/vscode.html-custom-data.json', `${JSON.stringify(vscode, null, 2)}\n`);
writeFileSync('dist/web-types.json', `${JSON.stringify(webTypes, null, 2)}\n`);
copyFileSync('src/sources/profiles/profile.schema.json', 'dist/profile.schema.json');
