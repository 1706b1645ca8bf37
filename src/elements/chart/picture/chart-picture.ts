import { MENU_WORDS } from '../../../core/index.js';
import { markClass, type MarkPainters, type Plot } from '../../../plot/index.js';
import { headingText } from '../heading-text.js';
import { legendEntry } from '../legend.js';
import { picture } from './picture.js';
import { wholePlot } from './whole-plot.js';

/**
 * A chart as it is drawn now, as PNG, in the colours and the font of its page; of lanes also those that are scrolled to.
 * Throws in words where nothing is drawn. `marks` are the kinds that the chart brought.
 */
export async function chartPicture(plot: Plot | null, root: ParentNode, marks: MarkPainters): Promise<Blob> {
  const card = root.querySelector('.card');
  const probes = root.querySelector('.probes');
  if (!plot?.layout || !card || !probes) throw new Error(MENU_WORDS.nothingDrawn);
  const probe = document.createElement('i');
  // Out of the probes' own transition, a colour is there at once.
  probe.style.transition = 'none';
  probes.append(probe);
  const colorOf = (className: string): string => {
    probe.className = className;
    return getComputedStyle(probe).color;
  };
  const { fontFamily, fontSize } = getComputedStyle(card);
  const whole = await wholePlot(plot, card, marks);
  const texts = {
    part: whole?.part ?? '',
    heading: headingText(card),
    entries: plot.layout.shown.map((mark) => ({
      ...legendEntry(mark),
      color: colorOf(markClass(mark.role, mark.shade)),
    })),
    family: fontFamily,
    size: Number.parseFloat(fontSize),
    text: colorOf('ground-text'),
    muted: colorOf('ground-muted'),
    card: colorOf('ground-card'),
  };
  probe.remove();
  try {
    return await picture(whole?.plot ?? plot, texts);
  } finally {
    whole?.remove();
  }
}
