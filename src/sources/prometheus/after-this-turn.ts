/** Runs after all that is at hand; unlike a timer at once then, in a hidden page too. */
export function afterThisTurn(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}
