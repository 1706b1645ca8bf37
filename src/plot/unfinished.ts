/** The look of a step that still fills: pale, and hatched where it has an area. */
export function paintUnfinished(
  context: CanvasRenderingContext2D,
  shape: Path2D,
  color: string,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  ratio: number,
): void {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.width, box.height);
  context.clip();
  context.fillStyle = context.strokeStyle = color;
  context.globalAlpha = 0.45;
  context.fill(shape);
  context.clip(shape);
  context.globalAlpha = 0.9;
  context.lineWidth = ratio;
  context.beginPath();
  for (let x = box.left - box.height; x < box.left + box.width; x += 5 * ratio) {
    context.moveTo(x, box.top + box.height);
    context.lineTo(x + box.height, box.top);
  }
  context.stroke();
  context.restore();
}
