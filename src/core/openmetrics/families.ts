import { FamilyPoints } from './family-points.js';
import type { Faults } from './faults.js';
import type { MetricType, Role } from './metric-types.js';
import { ROLE, specialLabel, SUFFIXES } from './metric-types.js';
import { numberOf } from './number.js';
import type { SeriesTable } from './series-table.js';

/** A metric of the text and what its metadata say. */
export interface MetricFamily {
  /** As its metadata name it: without the suffixes of its samples. */
  readonly name: string;
  readonly type: MetricType;
  /** Empty where none was given. */
  readonly unit: string;
  readonly help: string;
}

/** A family that is being read. */
export interface OpenFamily extends MetricFamily {
  readonly index: number;
  readonly line: number;
  type: MetricType;
  unit: string;
  help: string;
  /** Kinds of metadata that were read. */
  readonly told: Set<string>;
  /** Its number in the table once its samples have begun. */
  key: number;
}

/** The families of a text: which one a line belongs to, and that none stands twice or takes another's names. */
export class Families {
  readonly all: OpenFamily[] = [];
  current: OpenFamily | null = null;
  readonly #table: SeriesTable;
  readonly #faults: Faults;
  readonly #points: FamilyPoints;
  readonly #byName = new Map<string, OpenFamily>();
  /** By the names that their samples may have. */
  readonly #bySample = new Map<string, OpenFamily>();

  constructor(table: SeriesTable, faults: Faults) {
    this.#table = table;
    this.#faults = faults;
    this.#points = new FamilyPoints(table, faults);
  }

  /** The family that metadata speak of. */
  open(name: string): OpenFamily {
    if (this.current?.name === name) return this.current;
    this.close();
    const known = this.#byName.get(name);
    if (known) {
      this.#faults.forgive('family-twice');
      return this.#resume(known);
    }
    const { line } = this.#faults;
    const index = this.all.length;
    const family: OpenFamily = { name, type: 'unknown', unit: '', help: '', index, line, told: new Set(), key: 0 };
    this.all.push(family);
    this.#byName.set(name, family);
    return (this.current = family);
  }

  /** The family is over. */
  close(): void {
    const family = this.current;
    if (!family) return;
    if (family.key === 0) this.#begin(family);
    this.#points.end();
    this.current = null;
  }

  /** Takes a sample; returns the index of its family. */
  add(series: number, value: number, timestamp: number): number {
    const table = this.#table;
    let family = this.current;
    if (!family || family.key === 0 || table.family.values[series] !== family.key) family = this.#familyOf(series);
    this.#points.add(series, value, timestamp);
    return family.index;
  }

  #familyOf(series: number): OpenFamily {
    const name = this.#table.name(series);
    let family = this.current;
    let role = family ? this.#roleIn(family, name) : null;
    if (!family || role === null) {
      const owner = this.#bySample.get(name);
      if (owner && owner !== family) {
        this.#faults.forgive('family-twice');
        this.close();
        family = this.#resume(owner);
      } else family = this.open(name);
      role = this.#roleIn(family, name);
      if (role === null) this.#faults.forgive('sample-name');
      role ??= ROLE.value;
    }
    if (family.key === 0) this.#begin(family);
    this.#bind(series, family, role);
    return family;
  }

  #roleIn({ name, type }: OpenFamily, sample: string): Role | null {
    if (!sample.startsWith(name)) return null;
    const role = SUFFIXES[type].get(sample.slice(name.length));
    return role ?? (type === 'counter' && sample === name ? ROLE.bareTotal : null);
  }

  #resume(family: OpenFamily): OpenFamily {
    if (family.key !== 0) this.#points.start(family.type);
    return (this.current = family);
  }

  /** Metadata are over: the type is known, and with it the names that the family takes. */
  #begin(family: OpenFamily): void {
    const { name, type, unit, line } = family;
    if (unit !== '' && (type === 'info' || type === 'stateset')) this.#faults.forgiveEarlier('unit-of-type', line, name);
    for (const suffix of SUFFIXES[type].keys()) {
      if (this.#bySample.has(name + suffix)) this.#faults.forgiveEarlier('clashing-name', line, name);
      else this.#bySample.set(name + suffix, family);
    }
    if (type === 'counter' && this.#faults.mode === 'lenient') this.#bySample.set(name, family);
    family.key = this.#table.familyKey(type, name);
    this.#points.start(type);
  }

  /** Keeps what the table has to know of a series in this family; not where a rule is broken, to be noted each time. */
  #bind(series: number, { name, type, key }: OpenFamily, role: Role): void {
    const table = this.#table;
    const special = specialLabel(type, name);
    const text = special ? table.label(series, special.name) : undefined;
    const bound = text === undefined ? null : numberOf(text);
    let sound = (text !== undefined) === (special?.role === role);
    if (!sound) this.#faults.forgive('special-label');
    else if (role === ROLE.bucket && (bound === null || Number.isNaN(bound) || (bound === Infinity && text !== '+Inf'))) {
      sound = false;
      this.#faults.forgive('le');
    } else if (role === ROLE.quantile && !(bound !== null && bound >= 0 && bound <= 1)) {
      sound = false;
      this.#faults.forgive('quantile');
    }
    table.family.values[series] = sound ? key : 0;
    table.role.values[series] = role;
    table.bound.values[series] = bound ?? NaN;
    table.group.values[series] = table.groupWithout(series, special?.role === role ? special.name : undefined);
  }
}
