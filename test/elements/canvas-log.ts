/** In which animation frames each chart is drawn; `stop` gives the canvas its own method back. */
export class CanvasLog {
  readonly frames: readonly number[][];
  readonly #clear = CanvasRenderingContext2D.prototype.clearRect;
  #frame = 0;
  #running = true;

  constructor(charts: readonly Element[]) {
    const frames = (this.frames = charts.map((): number[] => []));
    const clear = this.#clear;
    const now = (): number => this.#frame;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      const root = this.canvas.getRootNode();
      const drawn = frames[root instanceof ShadowRoot ? charts.indexOf(root.host) : -1];
      if (drawn && drawn.at(-1) !== now()) drawn.push(now());
      clear.apply(this, box);
    };
    const count = (): void => {
      this.#frame++;
      if (this.#running) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  }

  forget(): void {
    for (const drawn of this.frames) drawn.length = 0;
  }

  stop(): void {
    this.#running = false;
    CanvasRenderingContext2D.prototype.clearRect = this.#clear;
  }
}
