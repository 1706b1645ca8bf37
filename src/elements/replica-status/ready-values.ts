import {
  formatStretch,
  knownTime,
  LIFE_WORDS,
  medianTimeToReady,
  replicaStarts,
  WORDS,
  type Frame,
} from '../../core/index.js';
import type { HeaderValue } from '../chart/header-value.js';

/**
 * The median time to ready over the starts in a frame, and how many never were, for the header; of an `outdated` one no
 * number, and nothing where nothing started.
 */
export function readyValues(frame: Frame | null | undefined, outdated = false): readonly HeaderValue[] {
  if (frame?.kind !== 'intervals') return [];
  const known = knownTime(frame);
  const starts = frame.lanes.flatMap(({ intervals }) => replicaStarts(intervals, known));
  const { median, count } = medianTimeToReady(starts);
  const never = starts.filter(({ readyAt, open }) => readyAt === null && !open).length;
  if (outdated) return count > 0 ? [{ label: LIFE_WORDS.readyTime, value: WORDS.missing }] : [];
  return [
    ...(count > 0 ? [{ label: LIFE_WORDS.median(count), value: formatStretch(median) }] : []),
    ...(never > 0 ? [{ label: LIFE_WORDS.neverReadyCount, value: String(never) }] : []),
  ];
}
