import { brokenByValue } from './check-value.js';
import type { Faults } from './faults.js';
import type { MetricType } from './metric-types.js';
import { ROLE } from './metric-types.js';
import { Point } from './point.js';
import type { SeriesTable } from './series-table.js';

/** Holds the samples of a family to the rules of its type and to their order: metric by metric, point by point. */
export class FamilyPoints {
  readonly #table: SeriesTable;
  readonly #faults: Faults;
  readonly #point = new Point();
  #type: MetricType = 'unknown';
  #family = 0;
  #group = -1;
  #serial = 0;
  #timestamp = NaN;
  #series = -1;
  #line = 0;

  constructor(table: SeriesTable, faults: Faults) {
    this.#table = table;
    this.#faults = faults;
  }

  /** The samples of a family begin. */
  start(type: MetricType): void {
    this.#type = type;
    this.#family = this.#table.nextSerial();
    this.#group = -1;
  }

  /** The samples of the family end. */
  end(): void {
    if (this.#group >= 0) this.#close();
    this.#group = -1;
  }

  /** The next sample; a missing timestamp is `NaN`. */
  add(series: number, value: number, timestamp: number): void {
    const table = this.#table;
    const group = table.group.values[series] ?? -1;
    if (group !== this.#group) this.#nextMetric(group);
    else if (timestamp === this.#timestamp || (Number.isNaN(timestamp) && Number.isNaN(this.#timestamp))) {
      if (table.seriesSeen.values[series] === this.#serial) {
        if (Number.isNaN(timestamp)) this.#faults.forgive('labels-twice');
        this.#nextPoint();
      }
    } else {
      if (Number.isNaN(timestamp) !== Number.isNaN(this.#timestamp)) this.#faults.forgive('timestamp-missing');
      else if (timestamp < this.#timestamp) this.#faults.forgive('timestamp-order');
      this.#nextPoint();
    }
    this.#timestamp = timestamp;
    this.#series = series;
    this.#line = this.#faults.line;
    table.seriesSeen.values[series] = this.#serial;
    const role = table.role.values[series] ?? 0;
    if (role === ROLE.value) return;
    if (role === ROLE.bareTotal) this.#faults.forgive('counter-total');
    const broken = brokenByValue(this.#type, role, value);
    if (broken) this.#faults.forgive(broken);
    const misplaced = this.#point.add(role, value, table.bound.values[series] ?? NaN);
    if (misplaced) this.#faults.forgive(misplaced);
  }

  #nextMetric(group: number): void {
    if (this.#group >= 0) this.#close();
    const seen = this.#table.groupSeen.values;
    if (seen[group] === this.#family) this.#faults.forgive('labels-twice');
    seen[group] = this.#family;
    this.#group = group;
    this.#serial = this.#table.nextSerial();
    this.#point.clear();
  }

  #nextPoint(): void {
    this.#close();
    this.#serial = this.#table.nextSerial();
    this.#point.clear();
  }

  #close(): void {
    const broken = this.#point.broken(this.#type);
    if (broken) this.#faults.forgiveEarlier(broken, this.#line, this.#table.name(this.#series));
  }
}
