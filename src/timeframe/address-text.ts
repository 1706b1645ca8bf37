import { SAVED_PARTS, type SavedPart } from './saved-state.js';
import type { SavedState } from './state.js';

/** Longest list of replicas in an address, characters: servers refuse long ones. */
const LONGEST_LIST = 2_000;

/** Stands before the names of those that are left out. */
const BUT = '!';

/** What `%` makes of these in a query is hard to read, and they may stand there as they are. */
const READABLE: Readonly<Record<string, string>> = { '%3A': ':', '%2F': '/', '%40': '@' };

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/%(?:3A|2F|40)/g, (code) => READABLE[code] ?? code);

/** As it stands where it is no proper code. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** The name of a parameter: `a.range` for the prefix `a`. */
export const parameterOf = (part: SavedPart, prefix: string): string => (prefix ? `${prefix}.${part}` : part);

interface Piece {
  readonly text: string;
  /** The part of the state that it names. */
  readonly part: SavedPart | undefined;
  readonly value: string;
}

function piecesOf(search: string, prefix: string): Piece[] {
  const parts = new Map<string, SavedPart>(SAVED_PARTS.map((part) => [parameterOf(part, prefix), part]));
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((text) => text !== '')
    .map((text) => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(text) ?? [];
      return { text, part: parts.get(decode(name)), value };
    });
}

function valueOf({ part, value }: Piece): unknown {
  if (part !== 'replicas') return decode(value);
  const but = value.startsWith(BUT);
  // A comma between names stands as it is, one in a name is encoded; so is the mark before them.
  const names = value
    .slice(but ? BUT.length : 0)
    .split(',')
    .map(decode);
  if (but) return { except: names };
  return names.length === 1 && (names[0] === 'all' || names[0] === '') ? null : names;
}

/** The parts of a state that a query names, not checked; the first of a name counts. */
export function readAddress(search: string, prefix: string): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const piece of piecesOf(search, prefix)) {
    if (piece.part && !Object.hasOwn(found, piece.part)) found[piece.part] = valueOf(piece);
  }
  return found;
}

/** The replicas of a state as the address has them; `null` where they are too many for it. */
export function replicasText(replicas: SavedState['replicas']): string | null {
  const list = (names: readonly string[]): string => names.map((name) => encode(name).replace(BUT, '%21')).join(',');
  const text = replicas === null ? 'all' : 'except' in replicas ? BUT + list(replicas.except) : list(replicas);
  return text.length > LONGEST_LIST ? null : text;
}

/**
 * A query with these parts of a state in place of those that it names: `?` and text, or '' for none. What else stands in
 * it stays to the letter, also parts of which `isLeft` says so, where the state does not have them.
 */
export function writeAddress(
  search: string,
  prefix: string,
  state: Partial<SavedState>,
  isLeft: (part: SavedPart) => boolean = () => false,
): string {
  const pieces = piecesOf(search, prefix);
  const written = new Map<SavedPart, string>();
  for (const part of SAVED_PARTS) {
    const value = state[part];
    if (value === undefined) continue;
    const plain = part === 'compare' ? value || 'off' : value;
    const text = part === 'replicas' ? replicasText(state.replicas ?? null) : encode(String(plain));
    if (text !== null) written.set(part, `${encode(parameterOf(part, prefix))}=${text}`);
  }
  const kept = pieces.flatMap(({ text, part }) => {
    const now = part && written.get(part);
    if (!part || (now === undefined && isLeft(part))) return text;
    written.delete(part);
    return now ?? [];
  });
  const query = [...kept, ...written.values()].join('&');
  return query && `?${query}`;
}
