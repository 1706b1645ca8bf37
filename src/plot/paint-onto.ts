import type { Plot } from './plot.js';

/** What of a context is state, so that two contexts can be made alike. */
const STATE = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineJoin',
  'lineCap',
  'font',
  'textAlign',
  'textBaseline',
  'globalAlpha',
] as const;

/**
 * Draws a plot once more, onto another context: with paths and text, so sharp at any scale. `target` is scaled to the
 * plot's CSS pixels by its owner. uPlot keeps its context for good, so for that one drawing the calls are led elsewhere.
 */
export function paintOnto(plot: Plot, target: CanvasRenderingContext2D): void {
  const source = plot.canvas?.getContext('2d');
  const ratio = plot.canvas && plot.box ? plot.canvas.width / plot.canvas.clientWidth : NaN;
  if (!source || Number.isNaN(ratio)) return;
  target.save();
  target.scale(1 / ratio, 1 / ratio);
  copyState(source, target);
  const led = leadTo(source, target);
  try {
    plot.redraw();
  } finally {
    for (const name of led) Reflect.deleteProperty(source, name);
    copyState(target, source);
    target.restore();
  }
}

/** uPlot sets only what differs from what it set last, so what it drew on last has to be as it left it. */
function copyState(from: CanvasRenderingContext2D, to: CanvasRenderingContext2D): void {
  for (const name of STATE) Reflect.set(to, name, from[name]);
  to.setLineDash(from.getLineDash());
}

/** Gives `source` own members in front of its prototype's, and tells their names. */
function leadTo(source: CanvasRenderingContext2D, target: CanvasRenderingContext2D): readonly string[] {
  const members = Object.entries(Object.getOwnPropertyDescriptors(CanvasRenderingContext2D.prototype)).filter(
    ([name]) => name !== 'constructor' && name !== 'canvas',
  );
  for (const [name, descriptor] of members) {
    const own: unknown = descriptor.value;
    Object.defineProperty(
      source,
      name,
      typeof own === 'function'
        ? { configurable: true, value: (...args: unknown[]): unknown => Reflect.apply(own, target, args) }
        : {
            configurable: true,
            get: (): unknown => Reflect.get(target, name),
            set: (next: unknown) => void Reflect.set(target, name, next),
          },
    );
  }
  return members.map(([name]) => name);
}
