import type { Role } from './plot-spec.js';

/** How a role looks: a colour on light and on dark ground, and what tells it apart without colour. */
export interface RoleStyle {
  readonly light: string;
  readonly dark: string;
  /** Line width in CSS pixels. */
  readonly width?: number;
  /** Canvas dash pattern in CSS pixels; none is a solid line. */
  readonly dash?: readonly number[];
}

const look = (light: string, dark: string, width?: number, dash?: readonly number[]): RoleStyle => ({
  light,
  dark,
  ...(width && { width }),
  ...(dash && { dash }),
});

const NAMED: Readonly<Record<string, RoleStyle>> = {
  'class-1xx': look('#7a8699', '#9aa5b8'),
  'class-2xx': look('#4e80ee', '#5b8cf5'),
  'class-3xx': look('#2f9e6c', '#5fc793'),
  'class-4xx': look('#e2762f', '#f39a58'),
  'class-5xx': look('#c8322b', '#dd4540'),
  'class-other': look('#5b6472', '#a3acba'),
  'quantile-99': look('#b3261e', '#e0524b', 2),
  'quantile-95': look('#e2762f', '#f5b070', 1.5, [6, 3]),
  'quantile-90': look('#7a8699', '#a3acba', 1.5, [2, 3]),
  'quantile-50': look('#2f6be0', '#5b8cf5'),
  'quantile-other': look('#5b21b6', '#c3adff', 1.5, [8, 3, 2, 3]),
  pending: look('#c8322b', '#dd4540'),
  running: look('#2f9e6c', '#5fc793'),
  limit: look('#aa2e26', '#f0776d', 1.5, [6, 4]),
};

/** Hues for things without a meaning of their own: replicas, series of any metric. After the last one come dashes. */
const SLOTS: readonly RoleStyle[] = [
  look('#2f6be0', '#5b8cf5'),
  look('#ea6200', '#f39a58'),
  look('#2f9e6c', '#5fc793'),
  look('#5b21b6', '#c3adff'),
  look('#996f47', '#fad56b'),
  look('#c8322b', '#e0524b'),
  look('#006b6d', '#96eaf0'),
  look('#7a8699', '#9aa5b8'),
];
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [8, 3, 2, 3]];

/** The style of a role; slots past the palette repeat its hues with the next dash. */
export function roleStyle(role: Role): RoleStyle {
  const slot = slotOf(role);
  if (slot === null) return NAMED[role] ?? SLOTS[0] ?? look('#5b6472', '#a3acba');
  const dash = DASHES[Math.floor(slot / SLOTS.length) % DASHES.length] ?? [];
  return { ...look('', ''), ...SLOTS[slot % SLOTS.length], ...(dash.length && { dash }) };
}

/** The classes that give an element the colour of a mark, by `roleSheet`. */
export function markClass(role: Role, shade = 0): string {
  const slot = slotOf(role);
  const name = slot === null ? role : `slot-${slot % SLOTS.length}`;
  return shade ? `${name} shade-${Math.max(-3, Math.min(3, shade))}` : name;
}

function slotOf(role: Role): number | null {
  const match = /^(?:replica|series)-(\d+)$/.exec(role);
  return match ? Number(match[1]) : null;
}

/** A rule for each role, setting `color` from `--ie-ROLE`. */
export const sheetOf = (styles: readonly (readonly [role: string, style: RoleStyle])[]): string =>
  styles
    .map(
      ([name, { light, dark }]) =>
        `.${name}{--_role:var(--ie-${name},light-dark(${light},${dark}));color:var(--_role)}`,
    )
    .join('');

/** One rule a role, setting `color` from `--ie-ROLE`: for legends, tooltips and the theme of the canvas. */
export const roleSheet: string = [
  sheetOf([...Object.entries(NAMED), ...SLOTS.map((style, i): [string, RoleStyle] => [`slot-${i}`, style])]),
  ...[1, 2, 3].flatMap((n) => [
    `.shade-${n}{color:color-mix(in oklab,var(--_role),#fff ${n * 18}%)}`,
    `.shade--${n}{color:color-mix(in oklab,var(--_role),#000 ${n * 18}%)}`,
  ]),
].join('');
