import { expect } from '@open-wc/testing';

interface Imported {
  readonly error: string;
  readonly language: string;
  readonly overridden: boolean;
}

/** Imports a module in a page of its own whose browser speaks `language`. */
async function importIn(language: string, address: string): Promise<Imported> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page) throw new Error('No frame');
  Object.defineProperty(page.Navigator.prototype, 'language', { get: () => language, configurable: true });
  const script = page.document.createElement('script');
  script.type = 'module';
  script.textContent = `let error = '';
    try { await import(${JSON.stringify(new URL(address, location.href).href)}); } catch (reason) { error = String(reason); }
    const overridden = Object.hasOwn(navigator, 'language');
    parent.postMessage({ error, language: navigator.language, overridden }, '*');`;
  const answer = new Promise<Imported>((resolve) =>
    addEventListener('message', ({ data }: MessageEvent<Imported>) => resolve(data), { once: true }),
  );
  page.document.head.append(script);
  const imported = await answer;
  frame.remove();
  return imported;
}

describe('a browser whose language is no valid tag', () => {
  it('would make uPlot throw at its import', async () => {
    const { error } = await importIn('en-US@posix', '/node_modules/uplot/dist/uPlot.esm.js');
    expect(error).to.contain('RangeError');
  });

  it('imports the plots, and has its language back afterwards', async () => {
    expect(await importIn('en-US@posix', '/src/plot/index.ts')).to.deep.equal({
      error: '',
      language: 'en-US@posix',
      overridden: false,
    });
  });

  it('is left alone where its language is valid', async () => {
    expect(await importIn('de-AT', '/src/plot/index.ts')).to.deep.equal({
      error: '',
      language: 'de-AT',
      overridden: false,
    });
  });
});
