import { request as ask } from 'node:http';

/** Hands a request on to `origin`, with the path after `prefix`, and the answer back. */
export function proxyTo(origin, prefix) {
  return (request, response) => {
    const { method, headers } = request;
    const forwarded = ask(new URL(request.url.slice(prefix.length), origin), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    forwarded.once('error', (reason) => {
      if (response.headersSent) return response.destroy();
      response.writeHead(502, { 'Content-Type': 'text/plain' }).end(`${origin} cannot be reached: ${reason.code}`);
    });
    response.once('close', () => forwarded.destroy());
    request.pipe(forwarded);
  };
}
