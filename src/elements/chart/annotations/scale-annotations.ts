import { formatCount, SCALE_WORDS, type Annotation, type Frame } from '../../../core/index.js';
import { seriesFrom, seriesNamed } from '../spec-ground.js';

/**
 * What the autoscaler did: the events of a frame, with their kind and cause where they say it; of counts of replicas
 * each change of those that are wanted, at the beginning of its step, without a cause. Over a gap nothing is known.
 */
export function scaleAnnotations(frame: Frame | null, locale: string | undefined): readonly Annotation[] {
  if (frame?.kind === 'events')
    return frame.events.map(({ at, until, label, labels }) => ({
      at,
      until,
      label,
      kind: labels['kind'] || 'note',
      cause: labels['cause'] ?? '',
    }));
  const counts = seriesFrom(frame);
  const wanted = seriesNamed(counts, 'desired')?.values ?? [];
  const changes: Annotation[] = [];
  counts.times.forEach((at, i) => {
    const before = wanted[i - 1] ?? NaN;
    const now = wanted[i] ?? NaN;
    if (!(before > now || now > before)) return;
    const label = SCALE_WORDS.change(formatCount(before, locale), formatCount(now, locale));
    changes.push({ at, until: null, label, kind: now > before ? 'scale-up' : 'scale-down', cause: '' });
  });
  return changes;
}

export const isScaling = ({ kind }: Annotation): boolean => kind === 'scale-up' || kind === 'scale-down';
