import { requestDraw, type Layer, type Plot } from '../../../plot/index.js';

const layers = new WeakMap<Plot, Set<Layer>>();

/** Draws over all marks of a plot, after who came before. Returns how to stop. */
export function paintOver(plot: Plot, layer: Layer): () => void {
  const all = layers.get(plot) ?? new Set<Layer>();
  layers.set(plot, all.add(layer));
  plot.over = (painter, drawn) => {
    for (const one of all) one(painter, drawn);
  };
  requestDraw(plot);
  return () => {
    all.delete(layer);
    requestDraw(plot);
  };
}
