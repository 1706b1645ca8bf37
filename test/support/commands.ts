import { executeServerCommand } from '@web/test-runner-commands';

export { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';

/** What the browser that runs this test lets a test do. */
export interface Abilities {
  /** The DevTools protocol is there: heap counters, forced media features. */
  readonly devtools: boolean;
  readonly touch: boolean;
  readonly viewport: boolean;
  readonly wheel: boolean;
}

/** Ask first, and leave a test out with `this.skip()` where the browser cannot do it. */
export const abilities = (): Promise<Abilities> => executeServerCommand('abilities');

/** Presses a key and keeps it down, or lets it go. */
export const holdKey = (key: string, down: boolean): Promise<void> => executeServerCommand('hold-key', { key, down });

/** Clicks twice at a place in the viewport, CSS pixels, as quickly as a hand does. */
export const doubleClick = ({ x, y }: { readonly x: number; readonly y: number }): Promise<void> =>
  executeServerCommand('double-click', { x: Math.round(x), y: Math.round(y) });

/** Turns the wheel where the mouse is, CSS pixels. */
export const wheel = (deltaX: number, deltaY: number): Promise<void> =>
  executeServerCommand('wheel', { deltaX, deltaY });

/** CSS pixels of the viewport, and which finger it is; without that, by its place in the list. */
export interface TouchPoint {
  readonly x: number;
  readonly y: number;
  readonly id?: number;
}

/** One real touch event; `touchEnd` names the fingers that lift, none means all; `touchCancel` has no points. */
export const touch = (
  type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  points: readonly TouchPoint[] = [],
): Promise<void> => executeServerCommand('touch', { type, points });

/** A finger that goes down at the first point, along the others, and up at the last. */
export async function swipe(first: TouchPoint, ...others: readonly TouchPoint[]): Promise<void> {
  await touch('touchStart', [first]);
  for (const point of others) await touch('touchMove', [point]);
  await touch('touchEnd');
}

/** Counted after a collection of garbage; a detached canvas is still a node. */
export interface HeapCounters {
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  /** Bytes. */
  readonly heap: number;
}

/** Begins what may take longer than the runner waits for one answer, and asks until it is done. */
async function longCommand<T>(command: string, payload?: unknown): Promise<T> {
  const { ticket } = await executeServerCommand<{ ticket: number }, unknown>(command, payload);
  for (;;) {
    const { answer } = await executeServerCommand<{ answer?: T }, unknown>('result', { ticket });
    if (answer !== undefined) return answer;
  }
}

export const heapCounters = (): Promise<HeapCounters> => longCommand('heap-counters');

/** How many objects of a global constructor live, such as `HTMLCanvasElement` or `ResizeObserver`. */
export const countObjects = (constructor: string): Promise<number> => longCommand('count-objects', { constructor });

/** What a page may ask of its medium; what is not named is the browser's own. Needs the DevTools protocol. */
export interface EmulatedMedia {
  readonly media?: 'print';
  readonly features?: readonly { name: string; value: string }[];
}

export const emulateMedia = (emulated: EmulatedMedia): Promise<void> =>
  executeServerCommand('emulate-medium', { ...emulated });

/** Device pixels a CSS pixel, until it is set anew; 1 is the browser's own. Needs the DevTools protocol. */
export const emulatePixelRatio = (ratio: number): Promise<void> =>
  executeServerCommand('emulate-pixel-ratio', { ratio });

/** A page under the strict header, in a frame. */
export interface StrictPage {
  readonly window: Window;
  readonly document: Document;
  /** What was blocked so far, one sentence each. */
  violations(): readonly string[];
  close(): void;
}

declare global {
  interface Window {
    violations?: readonly string[];
  }
}

/** Opens a page below `/demo/`, `/dist/` or `/test/pages/`; these are served with the strict header. */
export async function strictPage(path: string): Promise<StrictPage> {
  const frame = document.createElement('iframe');
  frame.width = '1100';
  frame.height = '800';
  frame.src = path;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow;
  if (!page?.violations) throw new Error(`${path} is not served under the strict header`);
  return {
    window: page,
    document: page.document,
    violations: () => page.violations ?? [],
    close: () => frame.remove(),
  };
}
