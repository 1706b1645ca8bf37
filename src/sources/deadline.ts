const LONGEST = 2 ** 31 - 1;

/**
 * Does work that has an end after `span` ms, or when `stop` is aborted; its signal then says so, and what knows no signal
 * is waited for no longer. Rejects as the work does, with `late`, or with the reason of `stop`.
 */
export async function withDeadline<T>(
  span: number,
  late: Error,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  stop.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(late), Math.min(span, LONGEST));
  const stopped = (): void => controller.abort(stop.reason);
  stop.addEventListener('abort', stopped);
  const expired = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  try {
    return await Promise.race([work(signal), expired]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', stopped);
    // What is left of an answer that is not read to its end would keep a connection.
    controller.abort();
  }
}
