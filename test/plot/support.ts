import type { Mark, PlotSpec } from '../../src/plot/index.js';
import { Plot, roleSheet, stateSheet, type PlotView } from '../../src/plot/index.js';

export const MINUTE = 60_000;
/** A moment on a whole hour, ms. */
export const START = Date.UTC(2026, 5, 1, 10);

/** `count` times, a step apart. */
export const times = (count: number, step = MINUTE, from = START): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => from + i * step);

export const mark = (key: string, values: readonly number[], patch: Partial<Mark> = {}): Mark => ({
  kind: 'line',
  key,
  label: key,
  role: 'class-2xx',
  unit: 'requests',
  values: Float64Array.from(values),
  ...patch,
});

export const bars = (key: string, values: readonly number[], patch: Partial<Mark> = {}): Mark =>
  mark(key, values, { kind: 'stacked-bars', ...patch });

/** A specification of these marks, a minute a step; every step is complete unless the patch says otherwise. */
export function specOf(marks: readonly Mark[], patch: Partial<PlotSpec> = {}): PlotSpec {
  const at = patch.times ?? times(marks[0]?.values.length ?? 0);
  const step = patch.step ?? MINUTE;
  const to = (at.at(-1) ?? START) + step;
  return {
    times: at,
    step,
    completeUntil: to,
    marks,
    y: { unit: 'requests', min: 0 },
    range: { from: START, to },
    ...patch,
  };
}

export const viewOf = (spec: PlotSpec, patch: Partial<PlotView> = {}): PlotView => ({
  range: spec.range,
  timezone: 'UTC',
  locale: 'en-GB',
  hidden: new Set(),
  ...patch,
});

const fixed = (width: number) => ({ width, report: () => {}, leave: () => {}, subscribe: () => () => {} });

export interface MountedPlot {
  readonly plot: Plot;
  readonly root: HTMLElement;
  /** Resolves when it is on the canvas. */
  show(spec: PlotSpec, view?: Partial<PlotView>): Promise<void>;
  /** RGBA of the canvas at a place in CSS pixels of the plot's data area. */
  pixel(x: number, y: number): readonly number[];
  remove(): void;
}

/** A plot of 400 × 240 CSS pixels, with 40 of them left and 20 right of the data. */
export function mountPlot(width = 400, height = 240): MountedPlot {
  const root = document.createElement('div');
  const host = document.createElement('div');
  const probes = document.createElement('div');
  const sheet = document.createElement('style');
  sheet.textContent = `${roleSheet}${stateSheet} .ground-text, .ground-muted, .ground-axis { color: #000 } .ground-grid { color: transparent }`;
  root.append(sheet, host, probes);
  document.body.append(root);
  let drawn = (): void => {};
  const plot = new Plot({ host, probes, start: fixed(40), end: fixed(20), onDraw: () => drawn() });
  plot.resize(width, height);
  return {
    plot,
    root,
    show: (spec, view) =>
      new Promise((resolve) => {
        drawn = resolve;
        plot.show(spec, viewOf(spec, view));
      }),
    pixel: (x, y) => {
      const { box, canvas } = plot;
      const context = canvas?.getContext('2d');
      if (!box || !context) throw new Error('Nothing is drawn');
      const ratio = devicePixelRatio;
      return [
        ...context.getImageData(Math.round((box.left + x) * ratio), Math.round((box.top + y) * ratio), 1, 1).data,
      ];
    },
    remove: () => {
      plot.destroy();
      root.remove();
    },
  };
}
