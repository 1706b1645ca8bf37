import { LEVELS } from './heat-cells.js';
import { sheetOf, type RoleStyle } from './palette.js';

/** The strongest colour of a heatmap; the weaker ones lie between it and the card. */
export const HEAT_STYLE: RoleStyle = { light: '#005b50', dark: '#9df5e6' };

/** Shares of that colour, percent, of the least and the most. */
const LEAST = 16;
const MOST = 100;

/** The share of the strongest colour at a level, percent. */
export const heatShare = (level: number): number => LEAST + ((MOST - LEAST) * (level - 1)) / (LEVELS - 1);

/** A level as a CSS colour: one hue, even steps of lightness. */
export const heatColor = (level: number, most: string, card: string): string =>
  `color-mix(in oklab, ${most} ${heatShare(level).toFixed(1)}%, ${card})`;

/** All levels from the least to the most. */
export const heatColors = (most: string, card: string): readonly string[] =>
  Array.from({ length: LEVELS }, (_, i) => heatColor(i + 1, most, card));

const SCALE = [1, LEVELS].map((level) => heatColor(level, 'currentcolor', 'var(--_card)')).join();

/** The rule of the role, as in `roleSheet`, and its swatch, which shows the whole scale; adopted with the heatmap. */
export const heatSheet: string = `${sheetOf([['heat', HEAT_STYLE]])}
.swatch.heat.line{width:72px;height:12px;border:0;border-radius:2px;background:linear-gradient(in oklab to right,${SCALE})}
.tooltip .swatch.heat.line{width:18px}`;
