import { createServer } from 'node:http';

const LAST_PORT = 65535;

/** The variable PORT as a number, or `otherwise`; throws where it is none. */
export function wantedPort(otherwise, wanted = process.env.PORT) {
  if (wanted && !(/^\d{1,5}$/.test(wanted) && Number(wanted) <= LAST_PORT))
    throw new Error(`PORT is "${wanted}"; give a number up to ${LAST_PORT}`);
  return Number(wanted || otherwise);
}

/**
 * Listens on this machine alone, at the first free port from `first` on. `localhost` is either of two addresses, and a
 * browser may try both. Answers `{ port, close }`.
 */
export async function listen(answer, first) {
  for (let port = first; port <= LAST_PORT; port++) {
    const servers = [];
    try {
      const server = await listenOn(answer, port, '127.0.0.1');
      servers.push(server);
      const { port: given } = server.address();
      const second = await listenOn(answer, given, '::1').catch((reason) => {
        if (reason.code === 'EADDRINUSE') throw reason;
        return null; // This machine has no IPv6.
      });
      if (second) servers.push(second);
      if (port !== first) console.error(`Port ${first} is taken, ${given} is the next that is free:`);
      return { port: given, close: () => closeAll(servers) };
    } catch (reason) {
      closeAll(servers);
      if (reason.code === 'EADDRINUSE') continue;
      throw new Error(`Port ${port} cannot be opened (${reason.code}); choose another one with PORT`, {
        cause: reason,
      });
    }
  }
  throw new Error(`No port from ${first} on is free`);
}

function closeAll(servers) {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

function listenOn(answer, port, host) {
  return new Promise((done, refused) => {
    const server = createServer(answer);
    server.once('error', refused).listen(port, host, () => done(server));
  });
}
