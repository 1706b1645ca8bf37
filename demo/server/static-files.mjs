import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CONTENT_SECURITY_POLICY } from '../policy.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDERS = ['demo', 'dist'].map((folder) => join(ROOT, folder) + sep);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.bin': 'application/octet-stream',
};

const compress = promisify(gzip);
/** Path to `{ changed, body }`, so that a file is read and compressed once. */
const compressed = new Map();

/** Answers a request for a file of the demo or of the build; nothing else of this folder is served. */
export async function answer(request, response) {
  const path = decoded(request.url);
  if (path === '/') return end(response, 302, { Location: '/demo/' });
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { Allow: 'GET, HEAD' });
  const file = path && join(ROOT, path.endsWith('/') ? `${path}index.html` : path);
  const type = file && FOLDERS.some((folder) => file.startsWith(folder)) && TYPES[extname(file)];
  if (!type) return end(response, 404);
  try {
    const body = await load(file);
    const headers = {
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    };
    return end(response, 200, headers, request.method === 'GET' ? body : undefined);
  } catch {
    return end(response, 404);
  }
}

function end(response, status, headers = {}, body = status === 404 ? 'Not found' : undefined) {
  response.writeHead(status, headers).end(body);
}

function decoded(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

async function load(file) {
  const { mtimeMs: changed } = await stat(file);
  const known = compressed.get(file);
  if (known?.changed === changed) return known.body;
  const body = await compress(await readFile(file));
  compressed.set(file, { changed, body });
  return body;
}
