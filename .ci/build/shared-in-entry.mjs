import { createHash } from 'node:crypto';
import MagicString from 'magic-string';

/**
 * Puts the modules that every page needs into the entry itself, and hands them to the chunks by a symbol of this build.
 * Chunks that imported the entry by its address would load all of it a second time where the page names it with a query.
 * To stand after the minifier; fails where an import of the entry is left over.
 */
export function sharedInEntry(entry) {
  let key = '';
  /** What the entry calls its exports inside; chunks take them by those names. */
  let named = deferred();
  return {
    name: 'shared-in-entry',
    renderStart() {
      const hash = createHash('sha256');
      // They come in the order of loading, which is another one each time.
      for (const id of [...this.getModuleIds()].sort()) hash.update(this.getModuleInfo(id)?.code ?? '');
      key = `globalThis[Symbol.for("ie-charts ${hash.digest('hex').slice(0, 7)}")]`;
      named = deferred();
    },
    async renderChunk(code, chunk) {
      const text = new MagicString(code);
      if (chunk.fileName === entry) named.resolve(handOver(text, code, key));
      else takeOver(text, code, key, entry, await named.promise);
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    renderError() {
      named.resolve(new Map());
    },
    generateBundle(_options, bundle) {
      for (const { type, fileName, code, imports, dynamicImports } of Object.values(bundle)) {
        if (type !== 'chunk' || fileName === entry) continue;
        if (code.includes(`/${entry}`)) this.error(`${fileName} imports ${entry}: ${[...imports, ...dynamicImports]}`);
      }
    },
  };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

/** `export{a as b,discover}` becomes an object of what chunks need, and an export of what the page may; returns `b => a`. */
function handOver(text, code, key) {
  const match = /export\{([^}]*)\};?\s*$/.exec(code);
  if (!match) throw new Error('The entry exports nothing: ' + code.length + code.slice(-300));
  const names = match[1].split(',').map((name) => name.split(' as '));
  const own = names.filter((name) => name.at(-1) === 'discover');
  const handed = names.filter((name) => name.at(-1) !== 'discover');
  text.overwrite(
    match.index,
    match.index + match[0].trimEnd().length,
    `${key}??={${handed.map(([local]) => local)}};export{${own.map((name) => name.join(' as '))}};`,
  );
  return new Map(handed.map(([local, name = local]) => [name, local]));
}

/** `import{b as c}from"../ie-charts.js"` becomes a look into that object. */
function takeOver(text, code, key, entry, named) {
  const imports = new RegExp(`import(?:\\{([^}]*)\\}from)?"[./]*/${entry.replace('.', '\\.')}";`, 'g');
  for (const { 0: statement, 1: names, index } of code.matchAll(imports)) {
    const members = names?.split(',').map((pair) => {
      const [name, local = name] = pair.split(' as ');
      const known = named.get(name);
      return known === local ? local : `${known}:${local}`;
    });
    text.overwrite(index, index + statement.length, members ? `const{${members}}=${key};` : '');
  }
}
