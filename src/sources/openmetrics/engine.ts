import {
  labelSet,
  METRICS,
  SCRAPE_WORDS,
  type Frame,
  type FrameRequest,
  type HistogramFrame,
  type Labels,
  type QueryContext,
  type Series,
  type SourceDescription,
} from '../../core/index.js';
import { namesOf, partsOf, type Part, type Profile } from '../profiles/profile.js';
import { gridOf } from '../grid.js';
import { loadProfiles } from '../profiles/load-profiles.js';
import { guessedParts } from './guessed-parts.js';
import type { OpenMetricsOptions } from './options.js';
import { bucketsOf, columnsOf, type Column, type Place } from './part-columns.js';
import { Scraper, SHORTEST } from './scraper.js';
import { select } from './select.js';
import { usualDistance } from './step-values.js';

const EMPTY: Profile = { name: '', metrics: {} };

/** Answers requests from what was read of the targets. */
export class OpenMetricsEngine {
  readonly #options: OpenMetricsOptions;
  readonly #profiles: readonly Profile[];
  readonly #scraper: Scraper;

  /** Rejects with an Error in words where an option is not valid. */
  static async create(options: OpenMetricsOptions): Promise<OpenMetricsEngine> {
    return new OpenMetricsEngine(options, await loadProfiles(options));
  }

  private constructor(options: OpenMetricsOptions, profiles: readonly Profile[]) {
    this.#options = options;
    this.#profiles = profiles;
    this.#scraper = new Scraper(options);
  }

  async describe(): Promise<SourceDescription> {
    await this.#scraper.refresh();
    const { targets } = this.#scraper;
    const { metrics: allowed } = this.#options;
    const names = new Set([...METRICS.keys(), ...this.#profiles.flatMap(({ metrics }) => Object.keys(metrics))]);
    const metrics = [...names].filter(
      (metric) => (!allowed || allowed.includes(metric)) && this.#find(metric).parts.length > 0,
    );
    const replicas = new Set(targets.flatMap((target) => this.#replicasOf(target)));
    const distance = Math.min(...targets.map(usualDistance));
    const minStep = Number.isFinite(distance) ? Math.max(SHORTEST, distance) : SHORTEST;
    return { metrics, replicas: [...replicas].sort().map((name) => ({ name })), minStep };
  }

  async query(request: FrameRequest, { signal }: QueryContext): Promise<Frame> {
    const notices = await this.#scraper.refresh();
    signal.throwIfAborted();
    const { metric, range, shape } = request;
    const now = this.#scraper.last;
    const grid = gridOf(request, now);
    const { parts, profile } = this.#find(metric);
    if (parts.length === 0) throw new RangeError(SCRAPE_WORDS.noMetric(metric));
    const place = { targets: this.#scraper.targets, profile, request, grid };
    const step = request.step === null ? null : grid.width;
    const completeUntil = step === null ? now : range.from + Math.floor((now - range.from) / step) * step;
    const facts = { range, step, completeUntil, now };
    if (shape === 'series') {
      const summaries = parts
        .filter(({ type }) => type === 'summary')
        .map((part) => SCRAPE_WORDS.summary(nameOf(part)));
      return {
        ...facts,
        kind: 'series',
        times: grid.times,
        series: seriesOf(parts, place),
        notices: [...notices, ...summaries],
      };
    }
    const histogram = parts.find((part) => part.type === 'histogram');
    if (shape !== 'histogram' || !histogram) throw new RangeError(SCRAPE_WORDS.noShape(metric, shape));
    return {
      ...facts,
      ...histogramOf(bucketsOf(histogram, { ...place, request: { ...request, by: [] } }), place),
      notices,
    };
  }

  /** The parts of the first profile that has the metric and samples for it. */
  #find(metric: string): { readonly parts: readonly Part[]; readonly profile: Profile } {
    const { targets } = this.#scraper;
    const probe: FrameRequest = {
      metric,
      range: { from: 0, to: 0 },
      step: null,
      by: [],
      replicas: null,
      shape: 'series',
    };
    for (const profile of this.#profiles) {
      const all = partsOf(profile, metric);
      const read = (part: Part): boolean =>
        part.type === 'expression'
          ? metric === 'replicas'
          : 'name' in part &&
            select(targets, profile, { ...part, suffix: part.type === 'histogram' ? '_bucket' : '' }, probe).length > 0;
      const there = all.filter(read);
      if (there.length > 0) return { parts: [...there, ...all.filter(({ type }) => type === 'constant')], profile };
    }
    const [profile = EMPTY] = this.#profiles;
    return { parts: guessedParts(metric, targets), profile };
  }

  #replicasOf(target: Scraper['targets'][number]): readonly string[] {
    if (target.replica) return [target.replica];
    const labels = this.#profiles.flatMap((profile) => profile.labels?.['replica'] ?? []);
    return [...target.series].flatMap((series) => labels.map((label) => series.labels[label] ?? '')).filter(Boolean);
  }
}

const nameOf = (part: Part): string => ('name' in part ? (namesOf(part)[0] ?? '') : '');

function seriesOf(parts: readonly Part[], place: Place): readonly Series[] {
  const { request, grid } = place;
  const unit = METRICS.get(request.metric)?.unit ?? '';
  const series = parts.flatMap((part) => {
    if (part.type === 'states') return [];
    const set = Object.entries('set' in part ? (part.set ?? {}) : {}).filter(([label]) => request.by.includes(label));
    const own = 'series' in part ? [['series', part.series] as const] : [];
    return columnsOf(part, place).map(({ labels, values }) =>
      lineOf({ labels: [...own, ...set, ...labels], values }, request, unit),
    );
  });
  const limits = parts.flatMap((part) =>
    part.type === 'constant' && series.length > 0
      ? [lineOf({ labels: [['series', part.series]], values: grid.times.map(() => part.value) }, request, unit)]
      : [],
  );
  return [...series, ...limits];
}

/** Labels in the order of the request, so that the first one names the series. */
function lineOf({ labels, values }: Column, { metric, by }: FrameRequest, unit: string): Series {
  const place = (label: string): number => (by.includes(label) ? by.indexOf(label) : by.length);
  const ordered: Labels = labelSet([...new Map(labels)].sort(([a], [b]) => place(a) - place(b)));
  return { name: Object.values(ordered)[0] ?? metric, labels: ordered, unit, values };
}

function histogramOf(
  groups: ReturnType<typeof bucketsOf>,
  { grid, request }: Place,
): Pick<HistogramFrame, 'kind' | 'times' | 'bounds' | 'counts' | 'unit'> {
  const steps = Array.from(grid.times, (_, step) => groups[0]?.at(step) ?? null);
  const bounds = Float64Array.from(new Set(steps.flatMap((one) => Array.from(one?.bounds ?? [])))).sort();
  const counts = new Float64Array(grid.times.length * bounds.length).fill(NaN);
  steps.forEach((one, row) => {
    if (!one) return;
    counts.fill(0, row * bounds.length, (row + 1) * bounds.length);
    Array.from(one.bounds).forEach((bound, i) => {
      counts[row * bounds.length + bounds.indexOf(bound)] = one.counts[i] ?? 0;
    });
  });
  return { kind: 'histogram', times: grid.times, bounds, counts, unit: METRICS.get(request.metric)?.unit ?? '' };
}
