import { expect } from '@open-wc/testing';
import { linePaths } from '../../src/plot/line-path.js';
import { pointsOf } from './ink.js';

const WIDTH = 200;
const HEIGHT = 100;
/** A pixel a unit of both axes; values grow upwards. */
const projection = (scale = 1) => ({ x: (time: number) => time * scale, y: (value: number) => HEIGHT - value });

/** Draws a path and tells, for each column of pixels, the first and the last row that is inked, `null` for none. */
function inked(draw: (context: CanvasRenderingContext2D) => void): (readonly [number, number] | null)[] {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  draw(context);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  return Array.from({ length: WIDTH }, (_, x) => {
    const rows = Array.from({ length: HEIGHT }, (_, y) => y).filter((y) => (data[(y * WIDTH + x) * 4 + 3] ?? 0) > 100);
    const [first] = rows;
    const last = rows.at(-1);
    return first === undefined || last === undefined ? null : [first, last];
  });
}

const strokeOf = (path: Path2D) => inked((context) => context.stroke(path));
const columns = (...values: readonly number[]) => Float64Array.from(values);

describe('the path of a line', () => {
  it('goes through every point where there is room', () => {
    const { line } = linePaths(columns(10, 50, 90), columns(20, 60, 20), 0, 2, projection(), 2);
    const ink = strokeOf(line);
    expect(ink[50]?.[0]).to.be.within(38, 41);
    expect(ink[30]?.[0]).to.be.within(58, 61);
    expect([ink[5], ink[95]]).to.deep.equal([null, null]);
  });

  it('leaves a gap empty', () => {
    const { line, dots } = linePaths(columns(10, 30, 50, 70, 90), columns(50, 50, NaN, 50, 50), 0, 4, projection(), 2);
    const ink = strokeOf(line);
    expect(ink.slice(32, 69).every((column) => column === null)).to.equal(true);
    expect([ink[20], ink[80]]).to.not.include(null);
    expect(dots === null).to.equal(true);
  });

  it('shows a point without neighbours as a dot', () => {
    const { line, dots } = linePaths(columns(10, 50, 90), columns(NaN, 50, NaN), 0, 2, projection(), 3);
    const ink = inked((context) => dots && context.fill(dots));
    expect(ink[50]).to.deep.equal([47, 52]);
    expect([ink[44], ink[56]]).to.deep.equal([null, null]);
    expect(strokeOf(line).every((column) => column === null)).to.equal(true);
  });

  it('keeps the lowest and the highest value of every column of pixels, however many points', () => {
    const count = WIDTH * 500;
    const at = Float64Array.from({ length: count }, (_, i) => i);
    const values = Float64Array.from({ length: count }, (_, i) => 50 + ((i * 7919) % 11));
    // One spike up and one down, each a single point among five hundred of its column.
    values[60 * 500 + 123] = 95;
    values[140 * 500 + 321] = 5;
    const ink = strokeOf(linePaths(at, values, 0, count - 1, projection(1 / 500), 2).line);
    expect(Math.min(...ink.slice(58, 63).map((column) => column?.[0] ?? HEIGHT))).to.be.within(4, 6);
    expect(Math.max(...ink.slice(138, 143).map((column) => column?.[1] ?? 0))).to.be.within(93, 96);
    expect(ink.slice(2, WIDTH - 2).every((column) => column !== null && column[1] - column[0] >= 9)).to.equal(true);
  });

  it('costs by pixels, not by points', () => {
    const count = 50_000;
    const at = Float64Array.from({ length: count }, (_, i) => i);
    const values = at.map((i) => (i * 7919) % 97);
    const points = pointsOf(() => linePaths(at, values, 0, count - 1, projection(WIDTH / count), 2));
    expect(points).to.be.within(WIDTH, 4 * (WIDTH + 1));
  });
});
