import type { ByteCursor } from './bytes.js';
import { HASH, LF } from './bytes.js';
import type { Exposition } from './exposition.js';
import { Families } from './families.js';
import { Faults } from './faults.js';
import { respaced } from './lenient-line.js';
import { readMetadata } from './metadata-line.js';
import type { MetricsFormat, MetricsMode } from './metrics-mode.js';
import type { MetricsRule } from './metrics-parse-error.js';
import { SampleReader } from './sample-line.js';
import { SampleRows } from './sample-rows.js';
import { SeriesTable } from './series-table.js';
import { soundLines } from './whole-lines.js';

/** How much of a text is read: what is longer is refused in strict mode and cut in lenient mode. */
export interface MetricsLimits {
  readonly bytes: number;
  /** Of one text. */
  readonly series: number;
  readonly lineBytes: number;
}

export interface ParseOptions {
  /** Strict: OpenMetrics 1.0 to the letter. Lenient: text 0.0.4 and what servers print, with what was forgiven. */
  readonly mode?: MetricsMode;
  /** What the server said that it is, which lenient mode goes by: timestamps of text 0.0.4 are milliseconds. */
  readonly format?: MetricsFormat;
  /** Of an earlier reading of the same server: names and labels are shared with it. */
  readonly table?: SeriesTable;
  readonly limits?: Partial<MetricsLimits>;
}

const METRICS_LIMITS: MetricsLimits = { bytes: 64 * 2 ** 20, series: 250_000, lineBytes: 2 ** 20 };

/**
 * Reads a text that comes in pieces, each as it comes: so a long one can be read in slices. A `MetricsParseError` ends a
 * strict reading.
 */
export class MetricsParser {
  readonly #faults: Faults;
  readonly #table: SeriesTable;
  readonly #shared: boolean;
  readonly #families: Families;
  readonly #rows = new SampleRows();
  readonly #samples: SampleReader;
  readonly #limits: MetricsLimits;
  readonly #cursor: ByteCursor = { bytes: new Uint8Array(), at: 0 };
  /** The beginning of a line whose end has not come. */
  #rest = new Uint8Array(256);
  #restLength = 0;
  #read = 0;
  #first = true;
  #ended = false;
  #cut = false;

  constructor({ mode = 'strict', format, table, limits }: ParseOptions = {}) {
    this.#shared = table !== undefined;
    this.#limits = { ...METRICS_LIMITS, ...limits };
    this.#table = table ?? new SeriesTable();
    this.#table.rewind();
    this.#faults = new Faults(mode, format);
    this.#families = new Families(this.#table, this.#faults);
    this.#samples = new SampleReader(this.#table, this.#families, this.#faults, this.#rows, this.#limits.series);
  }

  /** Whether more bytes would change nothing: the text has ended, or a limit cut it. */
  get ended(): boolean {
    return this.#ended || this.#cut;
  }

  /** The next bytes of the text. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#cut) return;
    if (this.#ended) return this.#faults.forgive('after-eof');
    const room = this.#limits.bytes - this.#read;
    this.#read += bytes.length;
    if (this.#shared) this.#table.remember(bytes.length);
    this.#table.reserve(bytes.length);
    if (bytes.length > room) this.#faults.forgive('byte-limit', 0, 0, '');
    this.#take(bytes.length > room ? bytes.subarray(0, Math.max(0, room)) : bytes);
    this.#cut ||= bytes.length > room;
  }

  /** The text is over. */
  finish(): Exposition {
    const faults = this.#faults;
    if (!this.ended && this.#restLength > 0) {
      const rest = this.#unfinished();
      const end = joined(rest, Uint8Array.of(LF));
      faults.bytes = end;
      faults.lineStart = 0;
      if (!isEnd(rest)) faults.forgive('line-feed');
      this.#lines(end);
    }
    if (!this.ended) faults.forgive('eof', 0, 0, '');
    this.#families.close();
    this.#table.rewind();
    return {
      families: this.#families.all,
      samples: this.#rows.columns(),
      exemplars: this.#samples.exemplars,
      table: this.#table,
      forgiven: faults.forgiven,
      complete: !this.#cut,
    };
  }

  #take(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(LF) + 1;
    if (end > 0) {
      const lines = bytes.subarray(0, end);
      this.#lines(this.#restLength > 0 ? joined(this.#unfinished(), lines) : lines);
      this.#restLength = 0;
    }
    this.#keep(bytes.subarray(end));
    if (this.#ended && this.#restLength > 0) this.#faults.forgive('after-eof', this.#faults.lineStart);
    if (this.ended) return;
    if (this.#restLength > this.#limits.lineBytes) {
      this.#faults.bytes = this.#unfinished();
      this.#faults.lineStart = 0;
    }
    this.#checkLength(this.#restLength);
  }

  #unfinished(): Uint8Array {
    return this.#rest.subarray(0, this.#restLength);
  }

  /** Keeps the beginning of a line; each byte of a long one that comes in pieces is copied a few times at most. */
  #keep(bytes: Uint8Array): void {
    const length = this.#restLength + bytes.length;
    if (length > this.#rest.length) {
      const wider = new Uint8Array(2 * length);
      wider.set(this.#unfinished());
      this.#rest = wider;
    }
    this.#rest.set(bytes, this.#restLength);
    this.#restLength = length;
  }

  #lines(lines: Uint8Array): void {
    const faults = this.#faults;
    const bytes = soundLines(lines, this.#first, faults);
    this.#first = false;
    const strict = faults.mode === 'strict';
    const cursor = this.#cursor;
    cursor.bytes = faults.bytes = bytes;
    cursor.at = 0;
    while (cursor.at < bytes.length && !this.#cut) {
      faults.lineStart = cursor.at;
      if (this.#ended) return faults.forgive('after-eof');
      const first = bytes[cursor.at];
      if (first === HASH || first === LF) this.#otherLine(cursor);
      else if (strict) this.#sampleLine(cursor);
      else this.#lenientLine(cursor, () => this.#sampleLine(cursor));
      this.#checkLength(cursor.at - faults.lineStart);
      faults.line++;
    }
  }

  #sampleLine(cursor: ByteCursor): void {
    if (!this.#samples.read(cursor)) this.#cutBy('series-limit');
  }

  #otherLine(cursor: ByteCursor): void {
    const { bytes, at } = cursor;
    if (bytes[at] === LF) {
      cursor.at++;
      return this.#faults.forgive('blank-line', at, at);
    }
    this.#lenientLine(cursor, () => this.#metadataLine(cursor));
  }

  #metadataLine(cursor: ByteCursor): void {
    const end = cursor.bytes.indexOf(LF, cursor.at);
    this.#ended = readMetadata(cursor.bytes, cursor.at, end, this.#families, this.#faults);
    cursor.at = end + 1;
  }

  /** Reads a line, and where that fails once more with other blanks; else leaves it out. Strict: throws. */
  #lenientLine(cursor: ByteCursor, read: () => void): void {
    const faults = this.#faults;
    const { bytes, at } = cursor;
    if (faults.attempt(read)) return;
    const end = bytes.indexOf(LF, at);
    const mended = respaced(bytes, at, end);
    if (mended) {
      cursor.bytes = mended;
      cursor.at = 0;
      if (mended[0] === LF) faults.forgive('blank-line', at, end);
      else if (faults.attempt(mended[0] === HASH ? () => this.#metadataLine(cursor) : read))
        faults.forgive('sample', at, end);
      else faults.leaveOut();
    } else faults.leaveOut();
    cursor.bytes = bytes;
    cursor.at = end + 1;
  }

  #checkLength(length: number): void {
    if (length > this.#limits.lineBytes) this.#cutBy('line-limit');
  }

  #cutBy(rule: MetricsRule): void {
    this.#faults.forgive(rule);
    this.#cut = true;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

const END = '# EOF';
const isEnd = (bytes: Uint8Array) =>
  bytes.length === END.length && bytes.every((byte, i) => byte === END.charCodeAt(i));
