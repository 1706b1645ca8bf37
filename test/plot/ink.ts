/** Height of the drawing, pixels; a pixel a unit of both axes, values grow upwards. */
const HEIGHT = 100;
const WIDTH = 200;
export const projection = { x: (time: number): number => time, y: (value: number): number => HEIGHT - value };

/** Draws, and tells if the pixel at a time and a value is inked. */
export function inkOf(draw: (context: CanvasRenderingContext2D) => void): (time: number, value: number) => boolean {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  draw(context);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  return (time, value) => (data[((HEIGHT - value) * WIDTH + time) * 4 + 3] ?? 0) > 60;
}

/** Counts the points that a drawing puts into its paths. */
export function pointsOf(draw: () => void): number {
  let points = 0;
  const own = globalThis.Path2D;
  globalThis.Path2D = class extends own {
    override moveTo(x: number, y: number): void {
      points++;
      super.moveTo(x, y);
    }
    override lineTo(x: number, y: number): void {
      points++;
      super.lineTo(x, y);
    }
  };
  try {
    draw();
  } finally {
    globalThis.Path2D = own;
  }
  return points;
}
