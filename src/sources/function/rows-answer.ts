import { frameFromRows, type Frame, type FrameRequest } from '../../core/index.js';

/** The frame of rows. Loaded when a function answers rows: what answers frames has no use for it. */
export async function rowsAnswer(rows: unknown, request: FrameRequest, now: number): Promise<Frame> {
  if (request.shape !== 'histogram') return frameFromRows(rows, request, now);
  const { histogramFromRows } = await import('./bucket-answer.js');
  return histogramFromRows(rows, request, now);
}
