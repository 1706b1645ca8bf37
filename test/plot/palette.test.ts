import { expect } from '@open-wc/testing';
import type { Rgb } from 'culori';
import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { ANNOTATION_STYLES, annotationStyle } from '../../src/plot/annotation-palette.js';
import { roleSheet, roleStyle, type RoleStyle } from '../../src/plot/palette.js';
import { STATE_STYLES } from '../../src/plot/state-palette.js';
import type { Role } from '../../src/plot/index.js';

/** The usual states; `other` stands for whatever else a source may tell. */
const STATES = [
  'pending',
  'downloading',
  'pulling',
  'initializing',
  'running',
  'failed',
  'evicted',
  'terminating',
] as const;

/** Roles that stand in one chart and must be told apart. */
const SETS: Readonly<Record<string, readonly Role[]>> = {
  classes: ['class-1xx', 'class-2xx', 'class-3xx', 'class-4xx', 'class-5xx'],
  states: STATES.map((state): Role => `state-${state}`),
  quantiles: ['quantile-99', 'quantile-95', 'quantile-90', 'quantile-50'],
  slots: Array.from({ length: 8 }, (_, slot): Role => `replica-${slot}`),
};
const GROUND = { light: '#ffffff', dark: '#15181e' } as const;
const rgb = converter('rgb');
type Sight = (color: Rgb) => Rgb;
const SIGHTS: Readonly<Record<string, Sight>> = {
  'usual sight': (color) => color,
  protanopia: (color) => rgb(filterDeficiencyProt(1)(color)),
  deuteranopia: (color) => rgb(filterDeficiencyDeuter(1)(color)),
  tritanopia: (color) => rgb(filterDeficiencyTrit(1)(color)),
};

const LEAST_CONTRAST = 3;
const LEAST_DISTANCE = 10.9;
const distance = differenceCiede2000();

const styleOf = (role: Role): RoleStyle =>
  new Map<Role, RoleStyle>(STATES.map((state) => [`state-${state}`, STATE_STYLES[state]])).get(role) ?? roleStyle(role);

/** What stands out from the card: the mark, or for a bar of a state its edge, which is darker by 40 %. */
function edgeOf(role: Role, scheme: 'light' | 'dark'): Rgb {
  const { r, g, b } = colorAs(role, scheme, (color) => color);
  return role === 'state-initializing' && scheme === 'light'
    ? { mode: 'rgb', r: r * 0.6, g: g * 0.6, b: b * 0.6 }
    : { mode: 'rgb', r, g, b };
}

function colorAs(role: Role, scheme: 'light' | 'dark', see: Sight): Rgb {
  const color = parse(styleOf(role)[scheme]);
  if (!color) throw new Error(`${role} has no colour`);
  return see(rgb(color));
}

describe('the palette', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [name, roles] of Object.entries(SETS)) {
      it(`stands out from the ${scheme} card: ${name}`, () => {
        for (const role of roles) {
          expect(wcagContrast(edgeOf(role, scheme), GROUND[scheme]), role).to.be.at.least(LEAST_CONTRAST);
        }
      });

      for (const [sight, see] of Object.entries(SIGHTS)) {
        it(`keeps the ${name} apart in ${scheme} under ${sight}`, () => {
          roles.forEach((role, i) => {
            for (const other of roles.slice(i + 1)) {
              const apart = distance(colorAs(role, scheme, see), colorAs(other, scheme, see));
              expect(apart, `${role} and ${other}`).to.be.at.least(LEAST_DISTANCE);
            }
          });
        });
      }
    }
  }

  it('has no role that is lost on its card, light or dark', () => {
    const colors = [...roleSheet.matchAll(/light-dark\((#\w+),(#\w+)\)/g)];
    expect(colors).to.have.length.greaterThan(20);
    for (const [name, light = '', dark = ''] of colors) {
      expect(wcagContrast(light, GROUND.light), name).to.be.at.least(LEAST_CONTRAST);
      expect(wcagContrast(dark, GROUND.dark), name).to.be.at.least(LEAST_CONTRAST);
    }
  });

  it('gives each of 32 replicas a look of its own: after the hues come dashes', () => {
    const looks = Array.from({ length: 32 }, (_, slot) => {
      const { light, dash = [] } = roleStyle(`replica-${slot}`);
      return `${light} ${dash.join()}`;
    });
    expect(new Set(looks).size).to.equal(32);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`keeps the kinds of annotations apart and off the ${scheme} card, for every sight`, () => {
      const colors = Object.values(ANNOTATION_STYLES).map((style) => rgb(parse(style[scheme])));
      colors.forEach((color, i) => {
        if (!color) throw new Error('A kind has no colour');
        expect(wcagContrast(color, GROUND[scheme])).to.be.at.least(LEAST_CONTRAST);
        for (const see of Object.values(SIGHTS))
          for (const other of colors.slice(i + 1))
            if (other) expect(distance(see(color), see(other)), `${i}`).to.be.at.least(LEAST_DISTANCE);
      });
    });
  }

  it('draws a kind that it does not know as a note, whatever its name', () => {
    for (const kind of ['constructor', '__proto__', '']) expect(annotationStyle(kind)).to.equal(ANNOTATION_STYLES.note);
  });
});
