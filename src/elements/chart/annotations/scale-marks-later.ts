import type { Need, TimeframeStore } from '../../../timeframe/index.js';
import { loadLate } from '../../base/load-late.js';
import { afterPaint } from '../../base/after-paint.js';
import type { MarkedChart } from './scale-marks.js';

const scaleMarks = loadLate(() => import('./scale-marks.js'));

/**
 * Marks what the autoscaler did on a chart, once its first data are painted; what does that is loaded then. Where it
 * cannot be loaded the next data try again.
 */
export function markScalingLater(chart: MarkedChart, wanted: Need, storeOf: () => TimeframeStore | null): void {
  const bring = async (): Promise<void> => {
    await afterPaint();
    const loaded = await scaleMarks();
    if (loaded) loaded.markScaling(chart, wanted, storeOf);
    else markScalingLater(chart, wanted, storeOf);
  };
  chart.addEventListener('ie-data', () => void bring(), { once: true });
}
