import type { PlotLayout } from '../../../plot/index.js';
import { laneAt } from './lane-rows.js';

/** The place in the data that is told. A lane is kept by its name: other data, or scrolling, bring another one to its place. */
export class ToldLane {
  /** 0 at the top of the data to 1; of a lane out of view beyond that; `NaN` without one. */
  height = NaN;
  name: string | undefined;

  /** What stands at a height. */
  point(layout: PlotLayout | null, height: number): void {
    this.height = height >= 0 && height < 1 ? height : NaN;
    this.name = layout?.spec.lanes?.[laneAt(layout, this.height)]?.name;
  }

  /** Where that lane stands now, if there is one. */
  find({ spec, y }: PlotLayout): void {
    if (this.name === undefined) return;
    const lane = spec.lanes?.findIndex(({ name }) => name === this.name) ?? -1;
    this.height = lane < 0 ? NaN : (lane + 0.5 + y.max) / (y.max - y.min);
  }
}
