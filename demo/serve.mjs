// `npm start`: builds what is missing, serves the demo under the strict header on this machine alone, prints the address.
import { buildIfStale } from './server/build.mjs';
import { atEnd, fail } from './server/lifetime.mjs';
import { listen, wantedPort } from './server/listen.mjs';
import { answer } from './server/static-files.mjs';

try {
  const wanted = wantedPort(8000);
  await buildIfStale().catch((reason) => {
    throw new Error(`The build failed: ${reason.message}`);
  });
  const { port, close } = await listen(answer, wanted);
  atEnd(close);
  console.log(`http://localhost:${port}/`);
} catch (reason) {
  await fail(reason.message);
}
