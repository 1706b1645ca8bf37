import { FamilyPoints } from './family-points.js';
import type { Faults } from './faults.js';
import type { MetricsRule } from './metrics-parse-error.js';
import type { MetricType, Role, SpecialLabel } from './metric-types.js';
import { ROLE, specialLabel, SUFFIXES } from './metric-types.js';
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
  /** By the numbers of the names of samples. */
  readonly roles: Map<number, Role>;
  special: SpecialLabel | null;
  /** The number of the special label's name. */
  specialId: number;
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
    const family: OpenFamily = {
      name,
      type: 'unknown',
      unit: '',
      help: '',
      index,
      line,
      told: new Set(),
      key: 0,
      roles: new Map(),
      special: null,
      specialId: -1,
    };
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
    const nameId = this.#table.nameId(series);
    const { current } = this;
    const known = current?.roles.get(nameId);
    if (current && known !== undefined) {
      this.#bind(series, current, known);
      return current;
    }
    const name = this.#table.text(nameId);
    const role = current ? this.#roleIn(current, name) : null;
    const family = current && role !== null ? current : this.#otherFamily(name);
    if (family.key === 0) this.#begin(family);
    const found = role ?? this.#roleIn(family, name);
    if (found === null) this.#faults.forgive('sample-name');
    else family.roles.set(nameId, found);
    this.#bind(series, family, found ?? ROLE.value);
    return family;
  }

  /** The family of a sample that is none of the present one's. */
  #otherFamily(name: string): OpenFamily {
    const owner = this.#bySample.get(name);
    if (!owner || owner === this.current) return this.open(name);
    this.#faults.forgive('family-twice');
    this.close();
    return this.#resume(owner);
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
    if (unit !== '' && (type === 'info' || type === 'stateset'))
      this.#faults.forgiveEarlier('unit-of-type', line, name);
    for (const suffix of SUFFIXES[type].keys()) {
      if (this.#bySample.has(name + suffix)) this.#faults.forgiveEarlier('clashing-name', line, name);
      else this.#bySample.set(name + suffix, family);
    }
    if (type === 'counter' && this.#faults.mode === 'lenient') this.#bySample.set(name, family);
    family.special = specialLabel(type, name);
    if (family.special) family.specialId = this.#table.idOf(family.special.name);
    family.key = this.#table.familyKey(type, name);
    this.#points.start(type);
  }

  /** Keeps what the table has to know of a series in this family; not where a rule is broken, to be noted each time. */
  #bind(series: number, { key, special, specialId }: OpenFamily, role: Role): void {
    const table = this.#table;
    const own = special?.role === role;
    const value = table.setGroup(series, specialId);
    const bound = value < 0 ? null : table.number(value);
    let broken: MetricsRule | null = own === value >= 0 ? null : 'special-label';
    if (!broken && role === ROLE.bucket && !isBound(bound, table.text(value))) broken = 'le';
    if (!broken && role === ROLE.quantile && !(bound !== null && bound >= 0 && bound <= 1)) broken = 'quantile';
    table.family.values[series] = broken ? 0 : key;
    table.role.values[series] = role;
    table.bound.values[series] = bound ?? NaN;
    if (broken) this.#faults.forgive(broken);
  }
}

const isBound = (bound: number | null, text: string): boolean =>
  bound !== null && !Number.isNaN(bound) && (bound !== Infinity || text === '+Inf');
