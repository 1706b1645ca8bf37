import { canvasOf } from './support.js';

/** In which animation frames each chart's canvas is drawn. */
export class CanvasLog {
  readonly frames: number[][];
  #frame = 0;
  #running = true;

  constructor(charts: readonly Element[]) {
    this.frames = charts.map((chart) => {
      const context = canvasOf(chart)?.getContext('2d');
      if (!context) throw new Error(`<${chart.localName}> is not drawn`);
      const drawn: number[] = [];
      const clear = context.clearRect.bind(context);
      context.clearRect = (...box) => {
        if (drawn.at(-1) !== this.#frame) drawn.push(this.#frame);
        clear(...box);
      };
      return drawn;
    });
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
  }
}
