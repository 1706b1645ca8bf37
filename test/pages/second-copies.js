import './whole.js';

const first = customElements.get('ie-requests-chart');

const lit = await import('/copy/node_modules/lit/index.js');
const { html } = await import('../../node_modules/lit/index.js');
customElements.define(
  'other-lit',
  class extends lit.LitElement {
    static styles = lit.css`p { margin: 8px; }`;
    render() {
      return lit.html`<p>Rendered by the other Lit</p>`;
    }
  },
);
const library = await import('/copy/src/elements/index.ts');
document.body.dataset.copies = [
  lit.html !== html ? 'lit' : '',
  library.RequestsChart !== first ? 'library' : '',
  customElements.get('ie-requests-chart') === first ? 'tags stayed' : '',
].join();
