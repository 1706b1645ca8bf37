/**
 * Something that draws. All of a batch take each step before any takes the next: what they share is known in time, and
 * the page is laid out once, not again after each.
 */
export interface Drawable {
  /** Puts on the page what it will look at. */
  prepare(): void;
  measure(): void;
  draw(): void;
  /** May change the page. */
  drawn(): void;
}

const waiting = new Set<Drawable>();
let frame = 0;
let drawing = false;

/** Draws with the next animation frame, together with everything else that asked by then. */
export function requestDraw(drawable: Drawable): void {
  waiting.add(drawable);
  if (!drawing) frame ||= requestAnimationFrame(flush);
}

/** True until what was asked for is drawn or forgotten. */
export const isWaiting = (drawable: Drawable): boolean => waiting.has(drawable);

/** Forgets a wish to draw. */
export function cancelDraw(drawable: Drawable): void {
  waiting.delete(drawable);
  if (waiting.size === 0 && frame) {
    cancelAnimationFrame(frame);
    frame = 0;
  }
}

/** Draws what waits at once, where no frame would come in time; not from within a drawing. */
export function drawWaiting(): void {
  cancelAnimationFrame(frame);
  flush();
}

function flush(): void {
  frame = 0;
  drawing = true;
  const batch = [...waiting];
  try {
    for (const drawable of batch) drawable.prepare();
    for (const drawable of batch) drawable.measure();
    // What asked again while others measured is drawn now, by what is known now.
    for (const drawable of batch) if (waiting.delete(drawable)) drawable.draw();
    for (const drawable of batch) drawable.drawn();
  } catch (error) {
    waiting.clear();
    throw error;
  } finally {
    drawing = false;
    if (waiting.size > 0) frame = requestAnimationFrame(flush);
  }
}
