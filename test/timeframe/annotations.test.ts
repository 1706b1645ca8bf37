import { expect } from '@open-wc/testing';
import type { AnnotationInput, TimeRange } from '../../src/core/index.js';
import { AskedAnnotations, AnnotationBoard, annotationBoardOf, TimeframeStore } from '../../src/timeframe/index.js';

const HOUR = 3_600_000;
const note = (at: number, label = 'a') => ({ at, until: null, label, kind: 'note', cause: '' });
const labels = (store: TimeframeStore): string[] => annotationBoardOf(store).list.map(({ label }) => label);
/** What was promised is told. */
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

describe('a board of annotations', () => {
  it('joins what its owners have, in order and each once, and tells who listens', () => {
    const board = new AnnotationBoard();
    let told = 0;
    const stop = board.subscribe(() => told++);
    const [a, b] = [{}, {}];
    board.put(a, [note(5), note(1)]);
    board.put(b, [note(3), note(5)]);
    expect(board.list.map(({ at }) => at)).to.deep.equal([1, 3, 5]);
    board.put(a, []);
    board.put(a, []);
    expect([board.list.length, told]).to.deep.equal([2, 3]);
    stop();
    board.put(b, []);
    expect([board.list.length, told]).to.deep.equal([0, 3]);
  });

  it('is one for each owner', () => {
    const [a, b] = [{}, {}];
    expect(annotationBoardOf(a)).to.equal(annotationBoardOf(a));
    expect(annotationBoardOf(a)).not.to.equal(annotationBoardOf(b));
  });
});

describe('annotations of a time frame', () => {
  const setUp = (source: ConstructorParameters<typeof AskedAnnotations>[1]) => {
    const store = new TimeframeStore({ from: 0, to: HOUR, timezone: 'UTC' });
    const errors: string[] = [];
    return { store, errors, asked: new AskedAnnotations(store, source, ({ message }) => errors.push(message)) };
  };

  it('come from a list as it is, until they are closed', async () => {
    const { store, asked } = setUp([{ at: '1970-01-01T00:10Z', label: 'a' }]);
    await settled();
    expect(annotationBoardOf(store).list[0]?.at).to.equal(600_000);
    asked.close();
    expect(labels(store)).to.deep.equal([]);
  });

  it('of a list are in the zone of the time frame, also when that changes', async () => {
    const { store } = setUp([{ at: '1970-01-01T10:00', label: 'a' }]);
    await settled();
    store.configure({ timezone: 'Asia/Tokyo' });
    await settled();
    expect(annotationBoardOf(store).list[0]?.at).to.equal(HOUR);
  });

  it('are asked for each range, and an older answer does not replace a newer one', async () => {
    const answers: ((list: readonly AnnotationInput[]) => void)[] = [];
    const ranges: TimeRange[] = [];
    const signals: AbortSignal[] = [];
    const { store } = setUp((range, { signal }) => {
      ranges.push(range);
      if (signal instanceof AbortSignal) signals.push(signal);
      return new Promise((resolve) => answers.push(resolve));
    });
    store.request({ type: 'zoom', range: { from: 0, to: HOUR / 2 } });
    expect(ranges.map(({ to }) => to)).to.deep.equal([HOUR, HOUR / 2]);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    answers[1]?.([{ at: 1, label: 'new' }]);
    await settled();
    answers[0]?.([{ at: 1, label: 'old' }]);
    await settled();
    expect(labels(store)).to.deep.equal(['new']);
  });

  it('wait for the end of a gesture', async () => {
    let count = 0;
    const { store } = setUp(() => {
      count++;
      return [];
    });
    store.request({ type: 'brush' });
    store.configure({ timezone: 'Asia/Tokyo' });
    expect(count).to.equal(1);
    store.request({ type: 'cancel' });
    expect(count).to.equal(2);
  });

  it('stay where they cannot be had any longer, and that is told once in words', async () => {
    let fails = false;
    const { store, errors } = setUp(() => {
      if (fails) throw new Error('no way');
      return [{ at: 1, label: 'a' }];
    });
    await settled();
    fails = true;
    for (const to of [HOUR / 2, HOUR / 4]) {
      store.request({ type: 'zoom', range: { from: 0, to } });
      await settled();
    }
    expect(errors).to.deep.equal(['The annotations could not be had: no way']);
    expect(labels(store)).to.deep.equal(['a']);
  });

  it('that cannot be read are left out from the others, and that is told', async () => {
    const { store, errors } = setUp(() => [
      { at: 1, label: 'a' },
      { at: 'soon or later', label: 'b' },
      { at: 2, label: 'c' },
    ]);
    await settled();
    expect(labels(store)).to.deep.equal(['a', 'c']);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('Annotation 2').and.contain('left out');
    store.request({ type: 'zoom', range: { from: 0, to: HOUR / 2 } });
    await settled();
    expect(errors).to.have.length(1);
  });

  it('that are no list are told so', async () => {
    // @ts-expect-error -- What a page gives may be anything.
    const { errors } = setUp(() => 'none');
    await settled();
    expect(errors[0]).to.contain('give a list');
  });

  it('are asked again with the next change after a pause', async () => {
    let count = 0;
    const { store, asked } = setUp(() => {
      count++;
      return [];
    });
    asked.pause();
    store.request({ type: 'refresh-every', interval: 60_000 });
    expect(count).to.equal(2);
    await settled();
  });
});
