/** Resolves in the next animation frame, before it is painted. */
export const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Resolves when what is on the page now has been painted: in the frame after the next. */
export const afterPaint = (): Promise<unknown> => nextFrame().then(nextFrame);
