import { markClass, roleStyle, type RoleStyle } from './palette.js';
import type { Mark } from './plot-spec.js';

/** How one mark is drawn, resolved to what a canvas takes. */
export interface MarkStyle extends Omit<RoleStyle, 'light' | 'dark'> {
  readonly color: string;
}

/** Colours and font of a plot, as the page's style sheets and variables give them now. */
export interface Theme {
  readonly family: string;
  /** CSS pixels. */
  readonly size: number;
  readonly text: string;
  readonly muted: string;
  readonly axis: string;
  readonly grid: string;
  readonly card: string;
  readonly marks: ReadonlyMap<string, MarkStyle>;
}

const GROUND = ['text', 'muted', 'axis', 'grid', 'card'] as const;

/**
 * Hidden elements that carry the classes of all colours: what a style sheet makes of them is the theme.
 * A change of theme shows as a transition of their colour, so nobody has to tell.
 */
export class ThemeProbe {
  readonly #host: HTMLElement;
  readonly #ground: readonly HTMLElement[];
  readonly #onTransition: () => void;
  #probes: readonly HTMLElement[] = [];
  #looks = '';
  #theme: Theme | null = null;

  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#ground = GROUND.map((name) => probe(`ground-${name}`));
    this.#onTransition = () => {
      this.#theme = null;
      onChange();
    };
    host.append(...this.#ground);
    host.addEventListener('transitionend', this.#onTransition);
  }

  /** The next `read` looks again. */
  forget(): void {
    this.#theme = null;
  }

  release(): void {
    this.#host.removeEventListener('transitionend', this.#onTransition);
    this.#host.replaceChildren();
  }

  /** Puts the elements of these marks on the page. */
  place(marks: readonly Mark[]): void {
    const looks = marks.map(({ key, role, shade }) => `${key}\t${role}\t${shade ?? 0}`).join('\n');
    if (looks !== this.#looks) {
      for (const old of this.#probes) old.remove();
      this.#probes = marks.map(({ role, shade }) => probe(markClass(role, shade)));
      this.#host.append(...this.#probes);
      this.#looks = looks;
      this.#theme = null;
    }
  }

  /** The theme for the marks that were placed; the same object until a look or a colour changes. */
  read(marks: readonly Mark[]): Theme {
    return (this.#theme ??= this.#read(marks));
  }

  #read(marks: readonly Mark[]): Theme {
    const colors = new Map<string, MarkStyle>();
    marks.forEach(({ key, role }, i) => {
      const { width, dash } = roleStyle(role);
      colors.set(key, { ...(width && { width }), ...(dash && { dash }), color: colorOf(this.#probes[i]) });
    });
    const { fontFamily, fontSize } = getComputedStyle(this.#host);
    const [text = '', muted = '', axis = '', grid = '', card = ''] = this.#ground.map(colorOf);
    return {
      family: fontFamily,
      size: Number.parseFloat(fontSize) || 13,
      text,
      muted,
      axis,
      grid,
      card,
      marks: colors,
    };
  }
}

function probe(className: string): HTMLElement {
  const element = document.createElement('i');
  element.className = className;
  return element;
}

const colorOf = (element: HTMLElement | undefined): string => (element ? getComputedStyle(element).color : '');
