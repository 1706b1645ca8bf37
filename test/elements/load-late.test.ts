import { expect } from '@open-wc/testing';
import { loadLate } from '../../src/elements/base/load-late.js';

/** What was told on the console while `run` runs. */
async function toldWhile(run: () => Promise<void>): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  const { error } = console;
  console.error = (reason: unknown) => void told.push(reason);
  try {
    await run();
  } finally {
    console.error = error;
  }
  return told;
}

describe('loadLate', () => {
  it('loads once for all wishes', async () => {
    let loadings = 0;
    const wish = loadLate(async () => ({ nth: ++loadings }));
    expect(loadings).to.equal(0);
    const [first, second] = await Promise.all([wish(), wish()]);
    expect([first, second, await wish()]).to.deep.equal([{ nth: 1 }, { nth: 1 }, { nth: 1 }]);
    expect(first).to.equal(second);
  });

  it('gives all that wished nothing where it fails, and tries again with the next wish', async () => {
    const reason = new TypeError('no such file');
    let fails = true;
    let loadings = 0;
    const wish = loadLate(async () => {
      loadings++;
      if (fails) throw reason;
      return 'here';
    });
    const told = await toldWhile(async () => {
      expect(await Promise.all([wish(), wish()])).to.deep.equal([null, null]);
      expect(loadings).to.equal(1);
      expect(await wish()).to.equal(null);
      fails = false;
      expect(await wish()).to.equal('here');
      fails = true;
      expect(await wish()).to.equal('here');
    });
    expect(loadings).to.equal(3);
    expect(told, 'told once').to.deep.equal([reason]);
  });
});
