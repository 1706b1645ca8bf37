import {
  METRICS,
  PROMETHEUS_WORDS,
  SCRAPE_WORDS,
  type Frame,
  type FrameRequest,
  type QueryContext,
  type SourceDescription,
} from '../../core/index.js';
import { partsOf, type Part, type Profile } from '../profiles/profile.js';
import { gridOf } from '../grid.js';
import { knownNames, loadProfiles } from '../profiles/load-profiles.js';
import { stateGrid } from '../state-grid.js';
import { bucketsOf } from './distribution-columns.js';
import { histogramFrom, seriesFrom } from './frames.js';
import { guessedParts } from './guessed-parts.js';
import { lanesOf } from './lanes.js';
import type { OpenMetricsOptions } from './options.js';
import { OUTAGE, usualDistance } from './outage.js';
import type { Place } from './place.js';
import { Turns } from '../turns.js';
import { Scraper, SHORTEST } from './scraper.js';
import { isThere } from './select.js';

const EMPTY: Profile = { name: '', metrics: {} };

/** The parts of a metric and the profile that has them. */
interface Found {
  readonly parts: readonly Part[];
  readonly profile: Profile;
}

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

  describe({ signal }: Partial<QueryContext> = {}): Promise<SourceDescription> {
    return this.#scraper.use(signal, async () => {
      const { metrics: allowed } = this.#options;
      const names = new Set([...METRICS.keys(), ...this.#profiles.flatMap(({ metrics }) => Object.keys(metrics))]);
      const metrics = [...names].filter(
        (metric) => (!allowed || allowed.includes(metric)) && this.#find(metric).parts.length > 0,
      );
      const replicas = await this.#replicas(new Turns(signal));
      const minStep = Math.max(SHORTEST, this.#distance() ?? SHORTEST);
      return { metrics, replicas: [...replicas].sort().map((name) => ({ name })), minStep };
    });
  }

  query(request: FrameRequest, { signal }: QueryContext): Promise<Frame> {
    return this.#scraper.use(signal, (notices) => this.#answer(request, notices, new Turns(signal)));
  }

  async #answer(request: FrameRequest, notices: readonly string[], turns: Turns): Promise<Frame> {
    const { metric, range, shape } = request;
    const { last: now, targets } = this.#scraper;
    const { parts, profile } = this.#find(metric);
    if (this.#profiles.length === 0) throw new RangeError(PROMETHEUS_WORDS.noProfiles(knownNames()));
    if (parts.length === 0) throw new RangeError(SCRAPE_WORDS.noMetric(metric));
    const scrape = this.#distance() ?? SHORTEST;
    const grid = shape === 'intervals' ? stateGrid(request, now, scrape) : gridOf(request, now);
    const place: Place = { targets, profile, request, grid, scrape, turns };
    const step = request.step === null ? null : grid.width;
    const known = Math.min(now, ...targets.map((target) => target.knownAt(now, OUTAGE * scrape)));
    const completeUntil = step === null ? now : range.from + Math.floor((known - range.from) / step) * step;
    const facts = { range, step, completeUntil, now };
    if (shape === 'series') {
      return { ...facts, ...(await seriesFrom(parts, place)), notices: [...notices, ...notesOn(parts, place)] };
    }
    for (const part of parts) {
      if (shape === 'histogram' && part.type === 'histogram') {
        const groups = await bucketsOf(part, { ...place, request: { ...request, by: [] } });
        return { ...facts, ...histogramFrom(groups, place), notices };
      }
      if (shape === 'intervals' && part.type === 'states') {
        return { ...facts, kind: 'intervals', lanes: await lanesOf(part, place, now), notices };
      }
    }
    throw new RangeError(SCRAPE_WORDS.noShape(metric, shape));
  }

  /** The parts of the first profile that has the metric and samples for it. */
  #find(metric: string): Found {
    const { targets } = this.#scraper;
    for (const profile of this.#profiles) {
      const all = partsOf(profile, metric);
      const there = all.filter((part) => isPartThere(part, targets));
      if (there.length > 0) return { parts: [...there, ...all.filter(({ type }) => type === 'constant')], profile };
    }
    for (const profile of this.#profiles) {
      const guessed = profile.guess?.find((one) => one === metric);
      const parts = guessed ? guessedParts(guessed, targets) : [];
      if (parts.length > 0) return { parts, profile };
    }
    return { parts: [], profile: EMPTY };
  }

  /** The usual distance of scrapes of the target that is read most often, ms; undefined before there is one. */
  #distance(): number | undefined {
    const distance = Math.min(...this.#scraper.targets.map(({ times }) => usualDistance(times)));
    return Number.isFinite(distance) ? distance : undefined;
  }

  async #replicas(turns: Turns): Promise<ReadonlySet<string>> {
    const labels = this.#profiles.flatMap((profile) => profile.labels?.['replica'] ?? []);
    const all = new Set<string>();
    for (const { replica, instance, series } of this.#scraper.targets) {
      if (replica) {
        all.add(replica);
        continue;
      }
      let isNamed = false;
      for (const one of series) {
        if (turns.due) await turns.take();
        for (const label of labels) {
          const name = one.labels[label];
          if (!name) continue;
          all.add(name);
          isNamed = true;
        }
      }
      if (!isNamed && labels.includes('instance') && instance) all.add(instance);
    }
    return all;
  }
}

function isPartThere(part: Part, targets: Place['targets']): boolean {
  switch (part.type) {
    case 'constant':
    case 'expression':
      return false;
    case 'states':
      return part.states.some((state) => isThere(targets, state));
    case 'histogram':
      return isThere(targets, { ...part, suffix: '_bucket' });
    case 'counter':
    case 'gauge':
    case 'summary':
      return isThere(targets, part);
  }
}

/** What a reader has to know of how a request is answered. */
function notesOn(parts: readonly Part[], { request: { metric, by, replicas } }: Place): readonly string[] {
  const split = replicas !== null || by.includes('replica');
  return parts.flatMap((part) => {
    const joins = split && 'labels' in part && part.labels['replica'] === null;
    return [
      ...(part.type === 'summary' ? [SCRAPE_WORDS.summary([part.name].flat()[0] ?? metric)] : []),
      ...(joins ? [PROMETHEUS_WORDS.notByReplica(metric)] : []),
    ];
  });
}
