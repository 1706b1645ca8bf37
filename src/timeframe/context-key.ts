import { createContext } from '@lit/context';
import type { TimeframeStore } from './timeframe.js';

/**
 * How elements find their time frame. The text carries the contract's version: copies of the library on one page
 * talk to each other only where they mean the same by it.
 */
export const timeframeContext = createContext<TimeframeStore>('ie-charts/timeframe/1');
