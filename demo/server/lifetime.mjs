const ends = [];

/** Calls `end` when this process is told to end, the last one first; it may take its time. */
export const atEnd = (end) => ends.unshift(end);

/** Ends what was begun, says `message`, and leaves with a code that says that it failed. */
export async function fail(message) {
  console.error(message);
  await leave(1);
}

async function leave(code) {
  for (const end of ends.splice(0)) await end();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => leave(0));

// A killed npm does not tell what it started: that would go on as an orphan.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && leave(0), 500).unref();
}
