import { frameFromRows, histogramFromRows, type Frame, type FrameRequest } from '../../core/index.js';

/** The frame of rows. Loaded when a function answers rows: what answers frames has no use for it. */
export const rowsAnswer = (rows: unknown, request: FrameRequest, now: number): Frame =>
  (request.shape === 'histogram' ? histogramFromRows : frameFromRows)(rows, request, now);
