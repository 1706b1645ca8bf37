import { CONTENT_SECURITY_POLICY } from '../../../demo/policy.mjs';

const STRICT = ['/demo/', '/dist/', '/test/pages/', '/demo/cases/'];
const LISTENER = '<script src="/test/support/violations.js"></script>';

/** Below it stands everything a second time: to a browser another address is another copy. */
const COPY = '/copy/';

/** Serves pages under the strict header, each with the script that notes violations before anything else runs. */
export async function strictPages(context, next) {
  if (context.path.startsWith(COPY)) context.path = context.path.slice(COPY.length - 1);
  await next();
  if (!STRICT.some((folder) => context.path.startsWith(folder))) return;
  context.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  if (context.path.endsWith('.html') || context.path.endsWith('/')) context.body = await withListener(context.body);
}

async function withListener(body) {
  let html = '';
  if (typeof body === 'string') html = body;
  else for await (const chunk of body) html += chunk;
  return html.replace('<head>', `<head>${LISTENER}`);
}
