/**
 * A second reader of OpenMetrics 1.0, to hold the first one to: slow, short, and written from the grammar and the rules
 * alone. It works on the whole text by regular expressions and groups samples in objects.
 */
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*';
const VALUE = String.raw`(?:[^\n"\\]|\\[^\n])*`;
const HELP = String.raw`(?:[^\n\\]|\\[^\n])*`;
const LABELS = String.raw`\{(?:${LABEL}="${VALUE}"(?:,${LABEL}="${VALUE}")*)?\}`;
const REAL = String.raw`[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`;
const NUMBER = String.raw`(?:${REAL}|[+-]?[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])`;
const TYPES = 'counter|gauge|histogram|gaugehistogram|stateset|info|summary|unknown';

const META = new RegExp(
  `^# (?:(TYPE) (${NAME}) (${TYPES})|(UNIT) (${NAME}) ([a-zA-Z0-9_:]*)|(HELP) (${NAME}) (${HELP}))$`,
  'su',
);
const SAMPLE = new RegExp(
  `^(${NAME})(${LABELS})? (${NUMBER})(?: (${REAL}))?(?: # (${LABELS}) (${NUMBER})(?: (${REAL}))?)?$`,
  'su',
);

const SUFFIXES = {
  unknown: [''],
  gauge: [''],
  counter: ['_total', '_created'],
  stateset: [''],
  info: ['_info'],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  gaugehistogram: ['_bucket', '_gcount', '_gsum'],
  summary: ['', '_count', '_sum', '_created'],
};

class Refused extends Error {}
const must = (holds, why) => {
  if (!holds) throw new Refused(why);
};

function number(text) {
  const plain = text.toLowerCase().replace(/^\+/, '');
  if (/^-?inf/.test(plain)) return plain[0] === '-' ? -Infinity : Infinity;
  if (plain === 'nan') return NaN;
  must(Number.isFinite(Number(plain)), 'a number outside of 64 bits');
  return Number(plain);
}

const wholeNumber = (text) => (new RegExp(`^${NUMBER}$`).test(text) ? number(text) : undefined);
const plain = (text) => text.replace(/\\(["\\n])/g, (_, c) => (c === 'n' ? '\n' : c));

function labelsOf(text = '{}') {
  const found = [...text.matchAll(new RegExp(`(${LABEL})="(${VALUE})"`, 'gsu'))].map(([, n, v]) => [n, plain(v)]);
  must(new Set(found.map(([n]) => n)).size === found.length, 'a label twice');
  return found;
}

/** Families with their samples, or an error. */
export function secondReader(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('not UTF-8');
  }
  must(!text.startsWith('\ufeff') && !text.includes('\r'), 'a mark or a carriage return');
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  must(lines.pop() === '# EOF', 'no end');
  const families = [];
  for (const line of lines) {
    const last = families.at(-1);
    const meta = META.exec(line);
    const sample = SAMPLE.exec(line);
    must(meta || sample, `neither metadata nor a sample: ${line}`);
    if (meta) {
      const [kind, name, value] = meta.slice(1).filter((part) => part !== undefined);
      const family = last?.name === name ? last : add(families, name);
      must(family.samples.length === 0, 'metadata after samples');
      must(!(kind in family.meta), 'metadata twice');
      family.meta[kind] = value;
    } else {
      const [, name, labels, value, timestamp, exemplarLabels, exemplarValue, exemplarTime] = sample;
      const row = { name, labels: labelsOf(labels), value: number(value), timestamp: optional(timestamp) };
      if (exemplarLabels !== undefined) {
        const exemplar = {
          labels: labelsOf(exemplarLabels),
          value: number(exemplarValue),
          timestamp: optional(exemplarTime),
        };
        must([...exemplar.labels.flat().join('')].length <= 128, 'a long exemplar');
        row.exemplar = exemplar;
      }
      const owns = last && SUFFIXES[last.meta.TYPE ?? 'unknown'].some((suffix) => last.name + suffix === name);
      (owns ? last : add(families, name)).samples.push(row);
    }
  }
  checkNames(families);
  families.forEach(checkFamily);
  return families;
}

const optional = (text) => (text === undefined ? undefined : number(text));

function add(families, name) {
  must(!families.some((family) => family.name === name), 'a family twice');
  const family = { name, meta: Object.create(null), samples: [] };
  families.push(family);
  return family;
}

function checkNames(families) {
  const names = families.flatMap(({ name, meta }) => SUFFIXES[meta.TYPE ?? 'unknown'].map((suffix) => name + suffix));
  must(new Set(names).size === names.length, 'clashing names');
}

function checkFamily({ name, meta, samples }) {
  const type = meta.TYPE ?? 'unknown';
  const unit = meta.UNIT ?? '';
  if (unit !== '') must(name.endsWith(`_${unit}`) && type !== 'info' && type !== 'stateset', 'a unit');
  const own = type === 'summary' ? 'quantile' : type === 'stateset' ? name : /histogram/.test(type) ? 'le' : null;
  const ownSuffix = /histogram/.test(type) ? '_bucket' : '';
  const metrics = new Map();
  let before;
  for (const sample of samples) {
    const suffix = sample.name.slice(name.length);
    const labels = sample.labels.filter(([, value]) => value !== '');
    const special = labels.find(([label]) => label === own);
    must(own === null || (special !== undefined) === (suffix === ownSuffix), 'the special label');
    const key = JSON.stringify(labels.filter((label) => label !== special).sort());
    must(key === before || !metrics.has(key), 'interleaved metrics');
    if (!metrics.has(key)) metrics.set(key, []);
    before = key;
    checkSample(type, suffix, sample, special?.[1]);
    metrics.get(key).push({ ...sample, suffix, special: special?.[1] });
  }
  for (const rows of metrics.values()) pointsOf(rows).forEach((point) => checkPoint(type, point));
}

function checkSample(type, suffix, { value, exemplar }, special) {
  const counted = suffix === '_count' || suffix === '_gcount' || suffix === '_bucket';
  if (type === 'counter' && suffix === '_total') must(value >= 0, 'a total');
  if (suffix === '_created' && type !== 'gauge' && type !== 'unknown') must(Number.isFinite(value), 'a creation');
  if (/histogram|summary/.test(type) && counted) must(Number.isInteger(value) && value >= 0, 'a count');
  if (/^(histogram|summary)$/.test(type) && suffix === '_sum') must(value >= 0, 'a sum');
  if (type === 'gaugehistogram' && suffix === '_gsum') must(!Number.isNaN(value), 'a sum');
  if (type === 'info') must(value === 1, 'an info');
  if (type === 'stateset') must(value === 0 || value === 1, 'a state');
  let le;
  if (/histogram/.test(type) && suffix === '_bucket') {
    le = wholeNumber(special);
    must(le !== undefined && !Number.isNaN(le) && (le !== Infinity || special === '+Inf'), 'le');
  }
  if (type === 'summary' && suffix === '') {
    const quantile = wholeNumber(special);
    must(quantile >= 0 && quantile <= 1 && !(value < 0), 'a quantile');
  }
  if (exemplar)
    must(le !== undefined ? exemplar.value <= le : type === 'counter' && suffix === '_total', 'an exemplar');
}

/** Rows of equal times in a row, apart where a sample comes again. */
function pointsOf(rows) {
  const points = [];
  for (const row of rows) {
    const point = points.at(-1);
    const sample = row.suffix + JSON.stringify(row.labels.filter(([, value]) => value !== '').sort());
    if (point) {
      must((row.timestamp === undefined) === (point.timestamp === undefined), 'a timestamp missing');
      must(row.timestamp === undefined || row.timestamp >= point.timestamp, 'timestamps go back');
    }
    const again = point?.seen.has(sample);
    must(!again || row.timestamp !== undefined, 'a sample twice');
    if (!point || again || row.timestamp !== point.timestamp) {
      points.push({ timestamp: row.timestamp, seen: new Set([sample]), rows: [row] });
    } else {
      point.seen.add(sample);
      point.rows.push(row);
    }
  }
  return points;
}

function checkPoint(type, { rows }) {
  const of = (...suffixes) => rows.filter(({ suffix }) => suffixes.includes(suffix));
  if (type === 'counter') must(of('_total').length > 0, 'no total');
  if (!/histogram/.test(type)) return;
  const buckets = of('_bucket').map(({ special, value }) => ({ le: wholeNumber(special), value }));
  const [sum] = of('_sum', '_gsum');
  const [count] = of('_count', '_gcount');
  must(buckets.at(-1)?.le === Infinity, 'no bucket for +Inf');
  buckets.slice(1).forEach(({ le, value }, i) => must(le > buckets[i].le && value >= buckets[i].value, 'bucket order'));
  must(!sum === !count, 'sum without count');
  if (count) must(count.value === buckets.at(-1).value, 'count differs');
  const negative = buckets.some(({ le }) => le < 0);
  if (sum && type === 'histogram') must(!negative, 'a sum beside negative buckets');
  if (sum && type === 'gaugehistogram') must(sum.value >= 0 || negative, 'a negative sum');
}
