import type { TextBox } from './text-box.js';

/** A text on a canvas, with the font and the colour that it is written in, as a canvas says them. */
export interface CanvasText extends TextBox {
  readonly font: string;
  readonly color: string;
}

/** What stands on each canvas, device pixels of the canvas, since it was cleared last. */
const drawnOn = new WeakMap<HTMLCanvasElement, CanvasText[]>();
let count = 0;

const { fillText, clearRect } = CanvasRenderingContext2D.prototype;

/** Notes from now on every text that is drawn on a canvas. Returns how to stop. */
export function recordCanvasTexts(): () => void {
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...most) {
    fillText.call(this, text, x, y, ...most);
    count++;
    const { a, d, e, f } = this.getTransform();
    const ink = this.measureText(text);
    const box = {
      text,
      font: this.font,
      color: String(this.fillStyle),
      left: e + a * (x - ink.actualBoundingBoxLeft),
      right: e + a * (x + ink.actualBoundingBoxRight),
      top: f + d * (y - ink.actualBoundingBoxAscent),
      bottom: f + d * (y + ink.actualBoundingBoxDescent),
    };
    if (!text.trim()) return;
    const list = drawnOn.get(this.canvas) ?? [];
    drawnOn.set(this.canvas, list);
    list.push(box);
  };
  CanvasRenderingContext2D.prototype.clearRect = function (x, y, width, height) {
    clearRect.call(this, x, y, width, height);
    if (width >= this.canvas.width && height >= this.canvas.height) drawnOn.delete(this.canvas);
  };
  return () => Object.assign(CanvasRenderingContext2D.prototype, { fillText, clearRect });
}

/** How many texts were drawn so far. */
export const textsDrawn = (): number => count;

/** The texts on a canvas, CSS pixels of the window, and the canvas' own box. */
export function textsOn(canvas: HTMLCanvasElement): { readonly texts: readonly CanvasText[]; readonly room: DOMRect } {
  const room = canvas.getBoundingClientRect();
  const perX = room.width / canvas.width;
  const perY = room.height / canvas.height;
  const texts = (drawnOn.get(canvas) ?? []).map(({ text, font, color, left, right, top, bottom }) => ({
    text,
    font,
    color,
    left: room.left + left * perX,
    right: room.left + right * perX,
    top: room.top + top * perY,
    bottom: room.top + bottom * perY,
  }));
  return { texts, room };
}
