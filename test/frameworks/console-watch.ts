/** Notes what is told on the console as a warning or an error, from now until `stop`, which returns it. */
export function watchConsole(): { stop(): readonly string[] } {
  const told: string[] = [];
  const { warn, error } = console;
  const note =
    (kind: string) =>
    (...words: readonly unknown[]): void =>
      void told.push(`${kind}: ${words.map(String).join(' ')}`);
  console.warn = note('warning');
  console.error = note('error');
  return {
    stop: () => {
      Object.assign(console, { warn, error });
      return told;
    },
  };
}
