import { expect } from '@open-wc/testing';
import * as all from '../../src/core/index.js';
import * as core from '../../src/core/public.js';

/** What a portal may rely on. */
const NAMES = {
  contract: ['METRICS', 'FrameError', 'NoMetricError', 'checkFrame'],
  time: [
    ...['SECOND', 'MINUTE', 'HOUR', 'DAY', 'parseDuration', 'formatDuration', 'parseMoment'],
    ...['parseRange', 'absoluteRange', 'rangeText', 'resolveRange'],
    ...['STEPS', 'stepFor', 'alignDown', 'alignUp', 'alignRange', 'zoneOffset', 'nextChange', 'localZone'],
  ],
  frames: [
    ...['averageRunning', 'mergeFrames', 'sliceFrame', 'quantileOfBuckets', 'mergeBuckets'],
    ...['replicaStarts', 'medianTimeToReady', 'classOf', 'RESPONSE_CLASSES'],
  ],
  words: [
    ...['formatIso', 'formatRange', 'formatAge', 'formatSpan', 'formatTime', 'formatCount', 'formatValue', 'csvText'],
  ],
  openMetrics: ['parseOpenMetrics', 'MetricsParser', 'MetricsParseError', 'metricsFormat', 'METRICS_ACCEPT'],
};

describe('ie-charts/core', () => {
  it('holds the contract and what a source is written with, and nothing of how elements work', () => {
    expect(Object.keys(core)).to.have.members(Object.values(NAMES).flat());
  });

  it('hands out what the layers use themselves', () => {
    for (const [name, value] of Object.entries(core)) expect(Reflect.get(all, name), name).to.equal(value);
  });
});
