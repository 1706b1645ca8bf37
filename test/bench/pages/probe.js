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
    drew(this.canvas, 1);
    return undefined;
  };

  function drew(chart, count) {
    lines.set(chart, (lines.get(chart) ?? 0) + count);
    if (!drawn || lines.size < wanted || Math.min(...lines.values()) < LINES) return;
    afterFrame(drawn);
    drawn = undefined;
  }

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
  void painted.then(() => {
    performance.mark('painted');
    bench.pictures = Array.from(document.querySelectorAll('.plot'), pictureOf);
  });

  /** What stands on the canvases of a host at this moment, on white. */
  function pictureOf(host) {
    const { left, top, width, height } = host.getBoundingClientRect();
    const picture = new OffscreenCanvas(width, height);
    const context = picture.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    for (const canvas of host.querySelectorAll('canvas')) {
      const box = canvas.getBoundingClientRect();
      context.drawImage(canvas, box.left - left, box.top - top);
    }
    return picture;
  }

  globalThis.bench = {
    painted,
    advance: () => {},
    /** A page whose library strokes no paths tells that all lines of a chart are drawn, or drawn anew. */
    drew: (chart) => drew(chart, LINES),
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
