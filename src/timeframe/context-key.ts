import { createContext } from '@lit/context';
import type { Timeframe } from './timeframe.js';

/**
 * How elements find their time frame. The text carries the contract's version: copies of the library on one page
 * talk to each other only where they mean the same by it.
 */
export const timeframeContext = createContext<Timeframe>('ie-charts/timeframe/1');
