export type HeaderValues = Readonly<Record<string, string>>;

/** Values, or a function that is called at each request, and asked again once after a 401. */
export type HeadersOption = HeaderValues | (() => HeaderValues | Promise<HeaderValues>);

export const headersNow = async (given: HeadersOption | undefined): Promise<HeaderValues> =>
  (await (typeof given === 'function' ? given() : given)) ?? {};

/** Sends, and once more after a 401 where headers can be asked for again: a token may have run out. */
export async function authorized<Reply extends { readonly status: number }>(
  given: HeadersOption | undefined,
  send: () => Promise<Reply>,
): Promise<Reply> {
  const reply = await send();
  return reply.status === 401 && typeof given === 'function' ? send() : reply;
}
