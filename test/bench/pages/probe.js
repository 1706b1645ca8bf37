// The same in all pages: a clock that the benchmark moves, and a watch on what the canvases draw.
{
  performance.mark('open');
  const STEP = 10_000;
  let now = 1_700_006_400_000;
  Date.now = () => now;

  const LINES = 4;
  let lines = new Map();
  let wanted = 0;
  let drawn;

  // Lines are stroked as paths, axes and grids are not.
  const { stroke } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function (path) {
    if (!path) return stroke.call(this);
    stroke.call(this, path);
    lines.set(this.canvas, (lines.get(this.canvas) ?? 0) + 1);
    if (!drawn || lines.size < wanted || Math.min(...lines.values()) < LINES) return undefined;
    afterFrame(drawn);
    drawn = undefined;
    return undefined;
  };

  /** Calls `done` when the main thread has done its part of the frame that holds what is drawn now. */
  function afterFrame(done) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    // An observer's first call comes with the frame at hand, or the next one outside of a frame.
    new ResizeObserver((_, observer) => {
      observer.disconnect();
      channel.port2.postMessage(null);
    }).observe(document.documentElement);
  }

  /** When all lines of so many charts are drawn and their frame is done, ms since navigation. */
  const whenDrawn = (charts) =>
    new Promise((done) => {
      lines = new Map();
      wanted = charts;
      drawn = done;
    });

  const painted = whenDrawn(Number(new URLSearchParams(location.search).get('charts')));
  void painted.then(() => performance.mark('painted'));

  globalThis.bench = {
    painted,
    advance: () => {},
    /** One new point on each chart, `count` times, each drawn before the next. */
    async ticks(count, charts) {
      performance.mark('ticks');
      for (let i = 0; i < count; i++) {
        const done = whenDrawn(charts);
        now += STEP;
        bench.advance();
        await done;
      }
      performance.mark('ticked');
    },
  };
}
