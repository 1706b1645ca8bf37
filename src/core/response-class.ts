/** The classes of RFC 9110 §15, and what is none of them. */
export const RESPONSE_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx', 'other'] as const;
export type ResponseClass = (typeof RESPONSE_CLASSES)[number];

/** The class of a status code (`503`) or of a class as a source writes it (`5XX`). */
export function classOf(status: string): ResponseClass {
  if (!/^[1-5](?:\d\d|xx)$/i.test(status)) return 'other';
  return RESPONSE_CLASSES.find((name) => name[0] === status[0]) ?? 'other';
}

/** Orders statuses by class and then by code; what has no class comes last. */
export function compareStatus(a: string, b: string): number {
  const byClass = RESPONSE_CLASSES.indexOf(classOf(a)) - RESPONSE_CLASSES.indexOf(classOf(b));
  return byClass || (a < b ? -1 : a > b ? 1 : 0);
}
