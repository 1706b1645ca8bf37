import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '../support/commands.js';
import { choose, interceptFiles } from './chart-menu.js';
import { lettersOf } from './letters.js';
import { drawnPage, inside, nextDraw, part, placeIn, until, type Page } from './support.js';

/** Every text that a canvas writes from now on; `stop` ends that. */
function watchCanvas(): { readonly texts: string[]; stop: () => void } {
  const texts: string[] = [];
  const owners = [CanvasRenderingContext2D.prototype, OffscreenCanvasRenderingContext2D.prototype];
  const stops = owners.map((owner) => {
    const own: (this: unknown, text: string, x: number, y: number, width?: number) => void = owner.fillText;
    owner.fillText = function (text: string, ...place: [number, number, number?]) {
      texts.push(text);
      own.call(this, text, ...place);
    };
    return () => {
      owner.fillText = own;
    };
  });
  return { texts, stop: () => stops.forEach((stop) => stop()) };
}

async function shown(locale: string): Promise<Page> {
  const made = await drawnPage();
  const drawn = nextDraw(made.requests);
  Object.assign(made.timeframe, { locale, timezone: 'Asia/Kolkata' });
  await drawn;
  return made;
}

// 10:00 to 11:00 UTC is 15:30 to 16:30 in Kolkata.
const CASES = [
  {
    locale: 'de',
    axis: '1. Juni GMT+5:30',
    tooltip: /^1\. Juni, 16:00 GMT\+5:30 · 1 min/,
    row: '1. Juni, 15:30',
    picture: /1\. Juni.*15:30/,
  },
  {
    locale: 'ja',
    axis: '6月1日 GMT+5:30',
    tooltip: /^6月1日 16:00 GMT\+5:30 · 1 min/,
    row: '6月1日 15:30',
    picture: /6.1.*15(?::|時)30/,
  },
];

for (const { locale, axis, tooltip, row, picture } of CASES) {
  describe(`Asia/Kolkata and ${locale} on one time frame`, () => {
    let canvas = watchCanvas();
    beforeEach(() => (canvas = watchCanvas()));
    afterEach(async () => {
      canvas.stop();
      await resetMouse();
    });

    it('act on the axis', async () => {
      await shown(locale);
      expect(canvas.texts).to.include.members(['15:40', '16:00', '16:20']);
      expect(canvas.texts.some((text) => text.includes(axis))).to.equal(true);
    });

    it('act on the tooltip', async () => {
      const { requests } = await shown(locale);
      const { x, y } = placeIn(requests, 0.505);
      await sendMouse({ type: 'move', position: [x, y] });
      await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
      expect(part(requests, '.tooltip-head').textContent).to.match(tooltip);
    });

    it('act on the table', async () => {
      const { requests } = await shown(locale);
      part<HTMLButtonElement>(requests, '[part=menu-button]').click();
      await until(() => inside(requests, '.menu')?.matches(':popover-open'));
      part<HTMLButtonElement>(requests, '.menu [role^=menuitem]').click();
      await until(() => inside(requests, '.table tbody th'));
      expect(part(requests, '.table tbody th').textContent?.trim()).to.equal(row);
      expect(part(requests, '.table caption').textContent).to.contain('GMT+5:30');
    });

    it('act on what is saved', async () => {
      const { requests } = await shown(locale);
      const { files, end } = interceptFiles();
      try {
        await choose(requests, 'Save as CSV');
      } finally {
        end();
      }
      expect(firstTime(await (await files[0]?.blob)?.text())).to.match(/T15:\d\d:00\.000\+05:30$/);
      canvas.texts.length = 0;
      await requests.toPNG();
      const texts = canvas.texts.filter((text) => text.includes('Asia/Kolkata'));
      expect(texts).to.have.length(1);
      expect(texts[0]).to.match(picture);
    });
  });
}

describe('a date from right to left', () => {
  afterEach(() => resetMouse());

  for (const locale of ['ar-EG', 'he', 'fa']) {
    it(`leaves the length of the step after it in the tooltip (${locale})`, async () => {
      const { requests } = await shown(locale);
      const { x, y } = placeIn(requests, 0.505);
      await sendMouse({ type: 'move', position: [x, y] });
      await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
      const head = part(requests, '.tooltip-head');
      const text = head.textContent ?? '';
      expect(text).to.match(/^\S.* · 1 min/);
      for (const dir of ['ltr', 'rtl']) {
        head.dir = dir;
        const places = lettersOf(head).map(({ left }) => left);
        const from = text.indexOf('1 min');
        const date = places.slice(0, from - 3);
        const [one = 0, , min = 0] = places.slice(from);
        expect(Math.max(...date) < one, `the date on a page ${dir}`).to.equal(dir === 'ltr');
        expect(one, `the number on a page ${dir}`).to.be.lessThan(min);
      }
    });
  }
});

const firstTime = (csv = ''): string => csv.split('\n')[2]?.split(',')[0] ?? '';
