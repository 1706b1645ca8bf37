/** Any value as a text for a message; one that cannot be written, such as an object without a prototype, by its type. */
export function printable(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
