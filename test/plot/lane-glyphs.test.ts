import { expect } from '@open-wc/testing';
import { placeGlyphs } from '../../src/plot/lane-glyphs.js';
import type { LaneBar } from '../../src/plot/lane-path.js';
import type { LaneNote } from '../../src/plot/index.js';

const bar = (left: number, width: number, note?: LaneNote, top = 0): LaneBar => ({
  left,
  top,
  width,
  height: 20,
  ...(note && { note }),
});
const failed: LaneNote = { glyph: 'failed', words: [] };
const restarted: LaneNote = { glyph: 'restart', words: ['restarted'] };
const never: LaneNote = { glyph: 'never', atEnd: true, words: [] };

describe('the glyphs of lanes', () => {
  it('do not lie on one another', () => {
    const bars = new Map([
      ['failed', [bar(100, 4, failed)]],
      ['running', [bar(104, 300, restarted)]],
    ]);
    const placed = placeGlyphs(bars, 1);
    expect(placed.get('failed')?.[0]?.glyphAt).to.equal(106.5);
    expect(placed.get('running')?.[0]?.glyphAt).to.equal(null);
  });

  it('do not lie on the words of the bar behind them', () => {
    const bars = new Map([
      ['failed', [bar(100, 4, failed)]],
      ['running', [bar(104, 300)]],
    ]);
    expect(placeGlyphs(bars, 1).get('running')?.[0]).to.deep.include({ wordsFrom: 118, wordsTo: 398 });
  });

  it('leave words their place before and behind them', () => {
    const bars = new Map([['pulling', [bar(0, 100, restarted), bar(0, 100, never, 30)]]]);
    const [first, second] = placeGlyphs(bars, 2).get('pulling') ?? [];
    expect(first).to.deep.include({ glyphAt: 10, wordsFrom: 30 });
    expect(second).to.deep.include({ glyphAt: 100, wordsFrom: 12, wordsTo: 80 });
  });

  it('of one lane take nothing from another', () => {
    const bars = new Map([['failed', [bar(100, 4, failed), bar(102, 4, failed, 30), bar(105, 4, failed)]]]);
    const at = placeGlyphs(bars, 1)
      .get('failed')
      ?.map(({ glyphAt }) => glyphAt);
    expect(at).to.have.members([106.5, null, 108.5]);
  });
});
