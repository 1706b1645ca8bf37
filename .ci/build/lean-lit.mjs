import { cutOut, refuseCalls } from './cuts.mjs';

/**
 * Lit without what this library never does: directives, reflecting a property to its attribute, static `properties`,
 * decorators of newer compilers, expressions in comments and style sheets, and what stands in for what old browsers lack.
 */
const CUTS = new Map([
  [
    /@lit\/reactive-element\/css-tag\.js$/,
    [
      [/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype(?=,s=)/, 'e=!0'],
      // Errors of those who write style sheets.
      [/if\((this\._\$cssResult\$=!0),o!==s\)throw Error\(".*?"\);/, '$1;'],
      [/if\(!0===t\._\$cssResult\$\)(return t\.cssText);.*?security\."\)/, '$1'],
    ],
  ],
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
      // Properties that no decorator of ours declares, and attributes other than text and switches.
      [/case Number:.*?catch\(t\)\{i=null\}/, ''],
      ['s.state&&(s.attribute=!1),', ''],
      [
        /,this\.hasOwnProperty\(d\("properties"\)\)\)\{.*?\}const t=this\[Symbol\.metadata\].*?\}(?=this\._\$Eh=new Map)/,
        '){}',
      ],
      ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
      [/static addInitializer\(t\)\{.*?\}(?=static get observed)/, ''],
      [',void 0!==t.l&&(this.l=[...t.l])', ''],
      [',this.constructor.l?.forEach(t=>t(this))', ''],
      // Polyfills, and marks that only Lit for developers reads.
      [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, ''],
    ],
  ],
  [
    /lit-html\/lit-html\.js$/,
    [
      // Directives.
      [/function M\(t,i,s=t,e\)\{.*?\}(?=class R\{)/, 'function M(t,i){return i}'],
      [/class Z\{.*?\}\}(?=const j=)/, ''],
      [',F:Z}', '}'],
      [':6===r.type&&(i=new Z(h,this,t))', ':0'],
      ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
      ['for(this._$AP?.(!1,!0,s);', 'for(;'],
      ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
      [',this._$Cv=e?.isConnected??!0', ''],
      ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
      [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}/g, ''],
      // Expressions in comments and in the text of script, style, textarea and title.
      [/if\(y\.test\(r\.tagName\)\)\{const t=.*?\}\}\}(?=else if\(8===)/, '}'],
      ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
      [/else\{let t=-1;.*?\}(?=l\+\+\})/, ''],
      // Templates that are compiled ahead, and those of formulas.
      [/"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)/, 'this._$AC(t)'],
      [':3===i?"<math>":""', ':""'],
      [':3===i?"</math>":""', ':""'],
      ['2===i||3===i', '2===i'],
      // Polyfills.
      [/B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\);/, ''],
    ],
  ],
  [
    /lit-element\/lit-element\.js$/,
    [
      ['connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}', ''],
      ['disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}', ''],
      ['this._$Do=e(r,this.renderRoot,this.renderOptions)', 'e(r,this.renderRoot,this.renderOptions)'],
      [',this._$Do=void 0', ''],
      ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
      [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ';'],
      [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\);/, ''],
    ],
  ],
]);

/** Methods that are cut out whole. */
const CUT_METHODS = ['toAttribute', 'addInitializer', 'setConnected'];

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
    return cutOut(this, 'Lit', code, cuts);
  },
  generateBundle(_options, bundle) {
    refuseCalls(this, 'Lit', bundle, CUT_METHODS);
  },
};
