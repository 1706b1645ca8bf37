/**
 * Lit without what this library never does: reflect a property to its attribute, static `properties`, decorators of
 * newer compilers, style elements for browsers without sheets that can be adopted. Each cut must be found in the source:
 * the build fails where another version of Lit lacks it.
 */
const CUTS = new Map([
  [/@lit\/reactive-element\/css-tag\.js$/, [[/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype(?=,s=)/, 'e=!0']]],
  [
    /@lit\/reactive-element\/reactive-element\.js$/,
    [
      // Reflection.
      [/toAttribute\(t,s\)\{switch.*?return t\},(?=fromAttribute)/, ''],
      [/_\$ET\(t,s\)\{.*?\}(?=_\$AK\()/, ''],
      ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
      [',!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)', ''],
      // `useDefault`.
      ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
      [/i&&!\(this\._\$Ej\?\?=new Map\)\.has\(t\)&&\(.*?\)\|\|(?=\(this\._\$AL\.has)/, ''],
      ['this.hasUpdated||i||(s=void 0)', 'this.hasUpdated||(s=void 0)'],
      ['C(t,s,{useDefault:i,reflect:e,wrapped:h},r)', 'C(t,s)'],
      ['this[e]=r??this._$Ej?.get(e)??r', 'this[e]=r'],
      // Properties that no decorator of ours declares.
      [
        /,this\.hasOwnProperty\(d\("properties"\)\)\)\{.*?\}const t=this\[Symbol\.metadata\].*?\}(?=this\._\$Eh=new Map)/,
        '){}',
      ],
      ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
      [/static addInitializer\(t\)\{.*?\}(?=static get observed)/, ''],
      [',void 0!==t.l&&(this.l=[...t.l])', ''],
      [',this.constructor.l?.forEach(t=>t(this))', ''],
    ],
  ],
]);

/** Whole modules. A decorator of another kind does not build: nothing else is exported. */
const INSTEAD = new Map([
  [
    /@lit\/reactive-element\/decorators\/property\.js$/,
    'export const property = (options) => (prototype, name) => { prototype.constructor.createProperty(name, options); };',
  ],
  [
    /tslib\.es6\.m?js$/,
    'export const __decorate = (decorators, prototype, name) => { for (const decorate of decorators) decorate(prototype, name); };',
  ],
]);

const of = (table, id) => [...table].find(([path]) => path.test(id))?.[1];

export const leanLit = {
  name: 'lean-lit',
  load(id) {
    const code = of(INSTEAD, id);
    return code ? { code, map: { mappings: '' } } : null;
  },
  transform(code, id) {
    const cuts = of(CUTS, id);
    if (!cuts) return null;
    for (const [found, instead] of cuts) {
      const before = code;
      code = code.replace(found, instead);
      if (code === before) this.error(`Lit has changed: ${String(found)} is not found`);
    }
    return { code, map: null };
  },
};
