// `npm start`: builds what is missing, serves the demo under the strict header on this machine alone, prints the address.
import { createServer } from 'node:http';
import { buildIfStale } from './server/build.mjs';
import { answer } from './server/static-files.mjs';

const FIRST_PORT = 8000;
const LAST_PORT = 65535;

const wanted = process.env.PORT;
if (wanted && !/^\d{1,5}$/.test(wanted)) fail(`PORT is "${wanted}"; give a number up to ${LAST_PORT}`);

const servers = [];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const server of servers) server.close().closeAllConnections();
    process.exit(0);
  });
}

// A killed npm does not tell what it started: that would go on as an orphan.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), 500).unref();
}

try {
  await buildIfStale();
} catch (reason) {
  fail(`The build failed: ${reason.message}`);
}
const port = await listen(Number(wanted || FIRST_PORT));
console.log(`http://localhost:${port}/`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** `localhost` is either of two addresses, and a browser may try both. The next port is taken where one is not free. */
async function listen(first) {
  for (let port = first; port <= LAST_PORT; port++) {
    try {
      const server = await listenOn(port, '127.0.0.1');
      servers.push(server);
      const { port: given } = server.address();
      const second = await listenOn(given, '::1').catch((reason) => {
        if (reason.code === 'EADDRINUSE') throw reason;
        return null; // This machine has no IPv6.
      });
      if (second) servers.push(second);
      return given;
    } catch (reason) {
      for (const server of servers.splice(0)) server.close();
      if (reason.code === 'EADDRINUSE') continue;
      fail(`Port ${port} cannot be opened (${reason.code}); choose another one with PORT`);
    }
  }
  return fail(`No port from ${first} on is free`);
}

function listenOn(port, host) {
  return new Promise((done, refused) => {
    const server = createServer(answer);
    server.once('error', refused).listen(port, host, () => done(server));
  });
}
