/** A line of text where it stands, CSS pixels of the window. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Lines of one text have the same: they may touch. */
  readonly of?: object;
}

type Box = Omit<TextBox, 'text' | 'of'>;

/** CSS pixels that rounding may take away. */
const ROUNDING = 1;

const reaches = (inner: Box, outer: Box): boolean =>
  inner.left < outer.left - ROUNDING ||
  inner.right > outer.right + ROUNDING ||
  inner.top < outer.top - ROUNDING ||
  inner.bottom > outer.bottom + ROUNDING;

/** In words, each text that is cut by the edges of its room. */
export const cutBy = (texts: readonly TextBox[], room: Box): readonly string[] =>
  texts.filter((text) => reaches(text, room)).map((text) => `cut: ${named(text)}`);

/** In words, each pair of texts of which one lies on the other. */
export function overlaps(texts: readonly TextBox[]): readonly string[] {
  const sorted = [...texts].sort((a, b) => a.top - b.top);
  return sorted.flatMap((one, i) => {
    const found: string[] = [];
    for (let k = i + 1; k < sorted.length; k++) {
      const other = sorted[k];
      if (!other || other.top >= one.bottom - ROUNDING) break;
      const same = one.of !== undefined && one.of === other.of;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (!same && wide > ROUNDING) found.push(`overlap: ${named(one)} and ${named(other)}`);
    }
    return found;
  });
}

const named = ({ text, left, right, top, bottom }: TextBox): string =>
  `"${text.trim().slice(0, 40)}" [${[left, top, right, bottom].map(Math.round).join(' ')}]`;
